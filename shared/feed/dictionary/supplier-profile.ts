import type { DictionaryEntry, DictionarySection } from "./entry.ts";

/** `ProfileCoverage`. */
export const coverageEntries: readonly DictionaryEntry[] = [
  { path: "coverage", name: "Cobertura", meaning: "De qué vienen todas las cifras." },
  { path: "coverage/processes", name: "Procedimientos", meaning: "Los que hay." },
  {
    path: "coverage/withBidders",
    name: "Con participantes",
    meaning: "De cuántos se sabe quién hizo una proposición.",
  },
  {
    path: "coverage/withAwards",
    name: "Con adjudicación",
    meaning: "De cuántos se conoce una adjudicación en pie.",
  },
  { path: "coverage/awards", name: "Adjudicaciones", meaning: "Las que siguen en pie." },
  {
    path: "coverage/awardsWithSupplier",
    name: "Adjudicaciones con proveedor",
    meaning: "De cuántas se sabe quién ganó.",
  },
  {
    path: "coverage/awardsWithAmount",
    name: "Adjudicaciones con monto",
    meaning: "De cuántas se conoce el monto con su moneda.",
  },
  {
    path: "coverage/awardsShared",
    name: "Adjudicaciones a varios",
    meaning: "Cuántas ganaron varios proveedores juntos.",
  },
];

export const awardedEntries = (of: string): DictionaryEntry[] => [
  { path: "awards", name: "Adjudicaciones", meaning: `Las adjudicaciones en pie ${of}.` },
  {
    path: "withAmount",
    name: "Con monto",
    meaning: "De cuántas se conoce el monto, y es solo de un proveedor.",
    limits: "El monto de una adjudicación a varios no se reparte ni se cuenta.",
  },
  {
    path: "amounts",
    name: "Montos",
    meaning: "Los montos conocidos, una entrada por moneda; nunca se suman monedas distintas.",
    limits: "Vacía si no se conoce ninguno, que no es cero.",
    holds: "montos",
  },
];

/** `SupplierProfiles`. */
export const supplierProfilesSection: DictionarySection = {
  id: "proveedores",
  title: "Quién participó y quién ganó",
  about: "De qué vienen las cifras de los proveedores, y en qué archivo está cada uno.",
  entries: [
    { path: "schemaVersion", name: "Versión", meaning: "La versión de esta forma." },
    { path: "title", name: "Título", meaning: "Qué es este archivo." },
    { path: "uso", name: "Uso", meaning: "Cómo hallar el archivo de un proveedor." },
    ...coverageEntries,
    { path: "suppliers", name: "Proveedores", meaning: "Cuántos tienen una ficha." },
    { path: "files", name: "Archivos", meaning: "Los archivos con las fichas." },
    { path: "files/path", name: "Archivo", meaning: "Dónde está." },
    { path: "files/suppliers", name: "Fichas", meaning: "Cuántas tiene." },
    { path: "files/sha256", name: "Huella", meaning: "La huella SHA-256 del archivo." },
  ],
};

/** `SupplierProfile`. */
export const supplierProfileSection: DictionarySection = {
  id: "ficha-proveedor",
  title: "Ficha de un proveedor",
  about:
    "Lo que se sabe de un proveedor en todos los procedimientos. Una empresa se reconoce por su RFC; quien no lo tiene publicado, por su nombre y su forma legal.",
  entries: [
    { path: "party", name: "Parte", meaning: "El identificador que usan las entregas." },
    { path: "name", name: "Nombre", meaning: "El nombre, como lo escribe una fuente." },
    {
      path: "rfc",
      name: "RFC",
      meaning: "El RFC de una empresa.",
      limits: "El de una persona física es un dato personal y no se publica.",
    },
    { path: "otherNames", name: "Otros nombres", meaning: "Cómo lo escriben las demás." },
    {
      path: "sameName",
      name: "Mismo nombre",
      meaning: "Otras partes con el mismo nombre: pueden ser el mismo proveedor o un homónimo.",
      limits: "No se cuentan juntas.",
    },
    { path: "registry", name: "Padrón", meaning: "Sus inscripciones, por identificador." },
    {
      path: "article69b",
      name: "Lista del artículo 69-B",
      meaning: "Lo que la lista del SAT dice del RFC de la empresa.",
      holds: "lista-69b",
      rare: "Solo para las empresas que la lista nombra.",
    },
    {
      path: "invited",
      name: "Invitaciones",
      meaning: "Procedimientos a los que se le invitó.",
    },
    {
      path: "bid",
      name: "Proposiciones",
      meaning: "Procedimientos en los que hizo una proposición o cotizó.",
    },
    { path: "won", name: "Ganados", meaning: "Procedimientos en los que ganó algo." },
    ...awardedEntries("del proveedor"),
    {
      path: "buyers",
      name: "Compradores",
      meaning: "Quién le adjudicó, de más a menos adjudicaciones.",
      holds: "ficha-comprador",
    },
    {
      path: "processes",
      name: "Procedimientos",
      meaning: "Aquellos en los que participó, a lo más 200; las cuentas son de todos.",
    },
    { path: "processes/ocid", name: "OCID", meaning: "El procedimiento." },
    { path: "processes/title", name: "Descripción", meaning: "Qué se compra." },
    { path: "processes/buyerName", name: "Comprador", meaning: "Quién compra." },
    {
      path: "processes/url",
      name: "Página",
      meaning: "La del procedimiento en el portal; falta si el portal no lo tiene.",
    },
    {
      path: "processes/parts",
      name: "Participación",
      meaning: "«invited» se le invitó, «bid» hizo una proposición, «won» ganó.",
    },
    {
      path: "processes/awards",
      name: "Adjudicaciones",
      meaning: "Las que ganó ahí, en pie; vacía si ninguna.",
    },
    {
      path: "processes/awards/value",
      name: "Monto",
      meaning: "El monto de la adjudicación.",
      limits: "Falta si nadie lo dice, que no es cero.",
    },
    { path: "processes/awards/value/amount", name: "Cantidad", meaning: "El monto." },
    { path: "processes/awards/value/currency", name: "Moneda", meaning: "Código ISO 4217." },
    {
      path: "processes/awards/isShared",
      name: "Con otros",
      meaning: "Que la ganaron varios juntos: el monto no es solo suyo.",
      rare: "Solo si una adjudicación es a varios.",
    },
    { path: "processes/awards/contract", name: "Contrato", meaning: "El número del contrato." },
    { path: "processes/awards/signedAt", name: "Firma", meaning: "Cuándo se firmó el contrato." },
    {
      path: "processes/awards/contractUrl",
      name: "Contrato en línea",
      meaning: "Dónde está el contrato, según el informe.",
    },
  ],
};

/** A buyer of a `SupplierProfile`. */
export const profileBuyerSection: DictionarySection = {
  id: "ficha-comprador",
  title: "Comprador en la ficha de un proveedor",
  about: "Lo que una unidad le adjudicó a un proveedor.",
  entries: [
    { path: "id", name: "Identificador", meaning: "El de la unidad en las entregas." },
    { path: "name", name: "Nombre", meaning: "El nombre de la unidad." },
    ...awardedEntries("de esta unidad a este proveedor"),
  ],
};

/** `AmountSummary`. */
export const amountSummarySection: DictionarySection = {
  id: "montos",
  title: "Montos en una moneda",
  about: "Cuántos montos se conocen y cómo se reparten.",
  entries: [
    { path: "currency", name: "Moneda", meaning: "Código ISO 4217." },
    { path: "n", name: "Número", meaning: "De cuántos montos vienen estas cifras." },
    { path: "sum", name: "Suma", meaning: "La suma de los montos conocidos." },
    { path: "least", name: "Menor", meaning: "El monto menor." },
    { path: "lowerQuartile", name: "Primer cuartil", meaning: "Un cuarto no lo rebasa." },
    { path: "median", name: "Mediana", meaning: "La mitad no la rebasa." },
    { path: "upperQuartile", name: "Tercer cuartil", meaning: "Tres cuartos no lo rebasan." },
    { path: "most", name: "Mayor", meaning: "El monto mayor." },
  ],
};
