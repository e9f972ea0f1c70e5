import type { DictionaryEntry } from "./entry.ts";

/** All of this comes from the quarterly reports of fraction XXVIII that were imported. */
const source = "Viene de los informes trimestrales de la PNT que se importaron, no del portal.";
const reported = "Solo si un informe lo dice.";

function referenceEntries(path: string, who: string): DictionaryEntry[] {
  return [
    { path, name: who, meaning: `${who}: remite a los participantes.`, rare: reported },
    {
      path: `${path}/id`,
      name: "Identificador del participante",
      meaning: "El mismo que en `parties`.",
      rare: reported,
    },
    {
      path: `${path}/name`,
      name: "Nombre del participante",
      meaning: "Tal como lo escribe el informe.",
      rare: reported,
    },
  ];
}

function valueEntries(path: string, meaning: string, limits: string): DictionaryEntry[] {
  return [
    { path, name: "Monto", meaning, limits, rare: reported },
    { path: `${path}/amount`, name: "Cantidad", meaning: "En pesos.", rare: reported },
    {
      path: `${path}/currency`,
      name: "Moneda",
      meaning: "Siempre «MXN».",
      limits:
        "Si el informe nombra otra moneda, o una que no se entiende, no se toma ningún monto.",
      rare: reported,
    },
  ];
}

function documentEntries(path: string, meaning: string): DictionaryEntry[] {
  return [
    {
      path,
      name: "Documentos",
      meaning,
      limits: "No se leen ni se copian; una liga que se repite en muchos procedimientos se omite.",
      rare: reported,
    },
    {
      path: `${path}/id`,
      name: "Identificador del documento",
      meaning: "«pnt-» y una huella.",
      rare: reported,
    },
    {
      path: `${path}/documentType`,
      name: "Tipo de documento",
      meaning: "Según la columna del informe; falta si el estándar no tiene uno.",
      rare: reported,
    },
    {
      path: `${path}/title`,
      name: "Nombre del documento",
      meaning: "Qué documento es.",
      rare: reported,
    },
    { path: `${path}/url`, name: "Dirección", meaning: "La que da el informe.", rare: reported },
    {
      path: `${path}/language`,
      name: "Idioma del documento",
      meaning: "Siempre «es».",
      rare: reported,
    },
  ];
}

const vat =
  "Es el monto con impuestos. El monto sin impuestos, el mínimo y el máximo no tienen campo en el estándar ni en las extensiones declaradas, y no se publican. Un cero cuenta como monto que falta.";

/** Who bids, who wins and on what terms. */
export const awardEntries: readonly DictionaryEntry[] = [
  ...referenceEntries("tender/tenderers", "Licitantes"),
  {
    path: "tender/numberOfTenderers",
    name: "Número de licitantes",
    meaning:
      "Cuántos enumera el informe como licitantes; en una adjudicación directa, cuántos cotizaron.",
    limits: source,
    rare: reported,
  },
  {
    path: "tender/procurementMethodRationale",
    name: "Motivos del método",
    meaning: "Motivos y fundamentos de la adjudicación directa.",
    limits: source,
    rare: reported,
  },
  {
    path: "bids",
    name: "Proposiciones",
    meaning: "Quién fue invitado, quién propuso y qué cotizó (extensión bids).",
    limits: source,
    rare: reported,
  },
  {
    path: "bids/details",
    name: "Cada proposición",
    meaning: "Una por participante.",
    rare: reported,
  },
  {
    path: "bids/details/id",
    name: "Identificador de la proposición",
    meaning: "«invitacion-», «proposicion-» o «cotizacion-» y una huella.",
    rare: reported,
  },
  {
    path: "bids/details/status",
    name: "Estado de la proposición",
    meaning: "«invited»: fue invitado, no dice que haya propuesto. Falta en las demás.",
    limits: "Los informes no dicen qué proposiciones fueron válidas.",
    rare: reported,
  },
  ...referenceEntries("bids/details/tenderers", "Quién propone"),
  ...valueEntries(
    "bids/details/value",
    "Lo que cotizó, con impuestos; solo en adjudicaciones directas.",
    "De las licitaciones los informes no dan el monto de las proposiciones.",
  ),
  {
    path: "awards",
    name: "Adjudicaciones",
    meaning: "A quién se adjudicó.",
    limits: source,
    rare: reported,
  },
  {
    path: "awards/id",
    name: "Identificador de la adjudicación",
    meaning: "Hecho con el sujeto obligado, el procedimiento, el contrato y el proveedor.",
    rare: reported,
  },
  {
    path: "awards/status",
    name: "Estado de la adjudicación",
    meaning: "Siempre «active»: el informe nombra al ganador.",
    rare: reported,
  },
  {
    path: "awards/description",
    name: "Razones",
    meaning: "Las razones que justifican la elección.",
    rare: reported,
  },
  ...valueEntries("awards/value", "El monto total del contrato: los informes no dan otro.", vat),
  ...referenceEntries("awards/suppliers", "Quién ganó"),
  ...documentEntries("awards/documents", "Dictámenes y fallo."),
  {
    path: "awards/relatedBid",
    name: "Proposición ganadora",
    meaning: "La del ganador (extensión bids); falta si no tiene una sola.",
    rare: reported,
  },
  {
    path: "contracts",
    name: "Contratos",
    meaning: "Los contratos.",
    limits: source,
    rare: reported,
  },
  {
    path: "contracts/id",
    name: "Número del contrato",
    meaning: "Tal como lo escribe el informe; «contrato-» y una huella si no lo dice.",
    rare: reported,
  },
  {
    path: "contracts/awardID",
    name: "Adjudicación",
    meaning: "El identificador de la adjudicación de la que resulta.",
    rare: reported,
  },
  {
    path: "contracts/description",
    name: "Objeto",
    meaning: "El objeto del contrato.",
    rare: reported,
  },
  ...valueEntries("contracts/value", "El monto total del contrato.", vat),
  {
    path: "contracts/dateSigned",
    name: "Fecha del contrato",
    meaning: "Cuándo se firmó.",
    rare: reported,
  },
  {
    path: "contracts/period",
    name: "Plazo",
    meaning: "El plazo de entrega o ejecución.",
    rare: reported,
  },
  { path: "contracts/period/startDate", name: "Inicio", meaning: "Su primer día.", rare: reported },
  { path: "contracts/period/endDate", name: "Término", meaning: "Su último día.", rare: reported },
  ...documentEntries(
    "contracts/documents",
    "El contrato, sus convenios y los comunicados de suspensión o rescisión.",
  ),
  {
    path: "contracts/amendments",
    name: "Convenios modificatorios",
    meaning: "Los convenios que modificaron el contrato.",
    rare: reported,
  },
  {
    path: "contracts/amendments/id",
    name: "Identificador del convenio",
    meaning: "Una huella de lo que el informe dice de él.",
    rare: reported,
  },
  {
    path: "contracts/amendments/date",
    name: "Fecha del convenio",
    meaning: "Cuándo se firmó.",
    rare: reported,
  },
  {
    path: "contracts/amendments/description",
    name: "Objeto del convenio",
    meaning: "Su número y su objeto.",
    rare: reported,
  },
  {
    path: "contracts/implementation",
    name: "Ejecución",
    meaning: "Los documentos de la ejecución.",
    rare: reported,
  },
  ...documentEntries("contracts/implementation/documents", "Avances, recepción y finiquito."),
];
