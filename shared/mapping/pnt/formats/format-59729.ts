import type { PntField, PntFormat, RowKey, TableKey } from "./format.ts";
import { format43335 } from "./format-43335.ts";
import { format43336 } from "./format-43336.ts";

type Key = RowKey | TableKey;

/**
 * Format 59729, which reports all modalities in one table and speaks of the "Carácter del procedimiento". Its catalogue was not at hand:
 * every heading here is a GUESS, made from the Lineamientos Técnicos Generales as they were changed in 2020. Where one is wrong, the report of
 * an import names the column as unknown; mend it here. Several headings of one key are ways to write it.
 */
const headings: readonly [type: PntField["type"], key: Key, ...labels: string[]][] = [
  ["text", "ejercicio", "Ejercicio"],
  ["date", "periodoInicio", "Fecha de inicio del periodo que se informa"],
  ["date", "periodoFin", "Fecha de término del periodo que se informa"],
  ["choice", "tipoProcedimiento", "Tipo de procedimiento (catálogo)"],
  ["choice", "materia", "Materia o tipo de contratación (catálogo)", "Materia (catálogo)"],
  [
    "text",
    "expediente",
    "Número de expediente, folio o nomenclatura que lo identifique",
    "Número de expediente, folio o nomenclatura que identifique a cada procedimiento",
  ],
  [
    "choice",
    "desierta",
    "Se declaró desierta la licitación pública, procedimiento de invitación restringida (catálogo)",
    "Se declaró desierto el procedimiento (catálogo)",
  ],
  [
    "text",
    "motivos",
    "Motivos y fundamentos legales aplicados para realizar el procedimiento",
    "Motivos y fundamentos legales aplicados para realizar la adjudicación directa",
  ],
  [
    "link",
    "urlAutorizacion",
    "Hipervínculo a documento que contiene la autorización o suficiencia de los recursos para efectuar el procedimiento",
    "Hipervínculo a la autorización o documento que dé cuenta de la suficiencia de recursos para efectuar el procedimiento",
  ],
  [
    "date",
    "fechaConvocatoria",
    "Fecha en la que se emitió la convocatoria o invitación",
    "Fecha de la convocatoria o invitación",
  ],
  ["link", "urlConvocatoria", "Hipervínculo a la convocatoria o invitaciones emitidas"],
  [
    "text",
    "descripcion",
    "Descripción de las obras públicas, los bienes o los servicios contratados o arrendados",
    "Descripción de obras, bienes o servicios",
  ],
  [
    "link",
    "urlJunta",
    "Hipervínculo al documento que dio cuenta del fallo de las juntas de aclaraciones o documento correspondiente",
    "Hipervínculo al fallo de la junta de aclaraciones o al documento correspondiente",
  ],
  [
    "link",
    "urlPropuestas",
    "Hipervínculo al documento donde conste la presentación de las propuestas",
    "Hipervínculo al documento donde conste la presentación las propuestas",
  ],
  [
    "link",
    "urlDictamenes",
    "Hipervínculo al (los) dictámenes, en su caso",
    "Hipervínculo al (los) dictamen(es) base del fallo",
  ],
  [
    "link",
    "urlFallo",
    "Hipervínculo al fallo de adjudicación",
    "Hipervínculo al documento del fallo de adjudicación",
  ],
  ["text", "nombre", "Nombre(s) de la persona física ganadora, asignada o adjudicada"],
  [
    "text",
    "primerApellido",
    "Primer apellido de la persona física ganadora, asignada o adjudicada",
  ],
  [
    "text",
    "segundoApellido",
    "Segundo apellido de la persona física ganadora, asignada o adjudicada",
  ],
  [
    "text",
    "razonSocial",
    "Denominación o razón social de la persona moral ganadora, asignada o adjudicada",
    "Denominación o razón social",
  ],
  [
    "text",
    "rfc",
    "Registro Federal de Contribuyentes (RFC) de la persona física o moral contratista o proveedora ganadora, asignada o adjudicada",
    "Registro Federal de Contribuyentes (RFC) de la persona física o moral ganadora, asignada o adjudicada",
  ],
  ["text", "razones", "Descripción de las razones que justifican su elección"],
  ["text", "contrato", "Número que identifique al contrato"],
  [
    "date",
    "fechaContrato",
    "Fecha del contrato",
    "Fecha del contrato, expresada con el formato día/mes/año",
  ],
  [
    "money",
    "montoSinImpuestos",
    "Monto del contrato sin impuestos incluidos",
    "Monto del contrato sin impuestos (en MXN)",
  ],
  [
    "money",
    "montoConImpuestos",
    "Monto total del contrato con impuestos incluidos (MXN)",
    "Monto total del contrato con impuestos incluidos (expresado en pesos mexicanos)",
  ],
  ["money", "montoMinimo", "Monto mínimo, con impuestos incluidos, en su caso"],
  ["money", "montoMaximo", "Monto máximo, con impuestos incluidos, en su caso"],
  ["text", "moneda", "Tipo de moneda"],
  ["text", "objeto", "Objeto del contrato"],
  [
    "date",
    "inicioPlazo",
    "Fecha de inicio del plazo de entrega o ejecución",
    "Fecha de inicio del plazo de entrega o ejecución de servicios contratados u obra pública",
  ],
  [
    "date",
    "finPlazo",
    "Fecha de término del plazo de entrega o ejecución",
    "Fecha de término del plazo de entrega o ejecución de servicios u obra pública",
  ],
  [
    "link",
    "urlContrato",
    "Hipervínculo al documento del contrato y anexos, en versión pública, en su caso",
    "Hipervínculo al documento del contrato y anexos, versión pública si así corresponde",
  ],
  [
    "link",
    "urlSuspension",
    "Hipervínculo al comunicado de suspensión, rescisión o terminación anticipada del contrato",
    "Hipervínculo al comunicado de suspensión, rescisión o terminación anticipada del contrato, en su caso",
  ],
  ["link", "urlAvanceFisico", "Hipervínculo a informes de avances físicos, en su caso"],
  ["link", "urlAvanceFinanciero", "Hipervínculo a los informes de avance financiero, en su caso"],
  [
    "link",
    "urlRecepcion",
    "Hipervínculo al acta de recepción física de los trabajos ejecutados u homóloga, en su caso",
  ],
  ["link", "urlFiniquito", "Hipervínculo al finiquito, en su caso"],
  ["date", "fechaActualizacion", "Fecha de actualización"],
];

const tables: readonly [like: PntField<Key>, ...labels: string[]][] = [
  [tableOf(format43336, "posiblesContratantes"), "Posibles contratantes"],
  [
    tableOf(format43336, "proposiciones"),
    "Personas físicas o morales con proposición u oferta",
    "Personas físicas o morales que presentaron una proposición u oferta",
  ],
  [
    tableOf(format43335, "cotizaciones"),
    "Nombre completo o razón social de las cotizaciones consideradas y monto de las mismas",
  ],
  [
    tableOf(format43336, "convenios"),
    "Convenios modificatorios",
    "Datos de los convenios modificatorios de la contratación",
  ],
];

export const format59729: PntFormat = {
  id: "59729",
  title:
    "Procedimientos de licitación pública, invitación a cuando menos tres personas y adjudicación directa",
  isGuess: true,
  fields: [
    { label: "Carácter del procedimiento (catálogo)", type: "choice" },
    ...headings.flatMap(([type, key, ...labels]) => labels.map((label) => ({ type, key, label }))),
    ...tables.flatMap(([like, ...labels]) =>
      labels.map((label) => {
        const { id: _, ...field } = like;
        return { ...field, label };
      }),
    ),
  ],
};

/** A sub-table is guessed to be as in the older formats. */
function tableOf(format: PntFormat, key: Key): PntField<Key> {
  const found = format.fields.find((field) => field.key === key);
  if (found === undefined) throw new Error(`format ${format.id} has no ${key}`);
  return found;
}
