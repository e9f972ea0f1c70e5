import { choice, date, link, money, type PntFormat, table, text } from "./format.ts";

const materias = [
  "Obra pública",
  "Servicios relacionados con obra pública",
  "Adquisiciones",
  "Arrendamientos",
  "Servicios",
];

/**
 * Format 43335 of fraction XXVIII: direct awards, with the quotes that were considered. Labels, numbers and types are those of
 * the PNT's own catalogue.
 */
export const format43335: PntFormat = {
  id: "43335",
  title:
    "Resultados adjudicaciones, invitaciones y licitaciones_Procedimientos de adjudicación directa",
  fields: [
    text(334233, "Ejercicio", "ejercicio"),
    date(334258, "Fecha de inicio del periodo que se informa", "periodoInicio"),
    date(334259, "Fecha de término del periodo que se informa", "periodoFin"),
    choice(
      334270,
      "Tipo de procedimiento (catálogo)",
      ["Adjudicación directa", "Otra (especificar)"],
      "tipoProcedimiento",
    ),
    choice(334269, "Materia (catálogo)", materias, "materia"),
    text(334230, "Número de expediente, folio o nomenclatura que lo identifique", "expediente"),
    text(
      334238,
      "Motivos y fundamentos legales aplicados para realizar la adjudicación directa",
      "motivos",
    ),
    link(334250, "Hipervínculo a la autorización del ejercicio de la opción", "urlAutorizacion"),
    text(334239, "Descripción de obras, bienes o servicios", "descripcion"),
    table(
      334271,
      "Nombre completo o razón social de las cotizaciones consideradas y monto de las mismas",
      [
        text(43311, "Nombre(s)", "nombre"),
        text(43312, "Primer apellido", "primerApellido"),
        text(43313, "Segundo apellido", "segundoApellido"),
        text(43314, "Razón social", "razonSocial"),
        text(43315, "RFC de los posibles contratantes ", "rfc"),
        money(43316, "Monto total de la cotización con impuestos incluidos", "monto"),
      ],
      "cotizaciones",
    ),
    text(334264, "Nombre(s) del adjudicado", "nombre"),
    text(334260, "Primer apellido del adjudicado", "primerApellido"),
    text(334265, "Segundo apellido del adjudicado", "segundoApellido"),
    text(334266, "Razón social del adjudicado", "razonSocial"),
    text(
      334267,
      "Registro Federal de Contribuyentes (RFC) de la persona física o moral adjudicada",
      "rfc",
    ),
    text(334235, "Área(s) solicitante(s) "),
    text(334236, "Área(s) responsable(s) de la ejecución del contrato "),
    text(334231, "Número que identifique al contrato", "contrato"),
    date(334243, "Fecha del contrato", "fechaContrato"),
    money(334244, "Monto del contrato sin impuestos incluidos", "montoSinImpuestos"),
    money(
      334245,
      "Monto total del contrato con impuestos incluidos (expresado en pesos mexicanos)",
      "montoConImpuestos",
    ),
    money(334247, "Monto mínimo, en su caso", "montoMinimo"),
    money(334248, "Monto máximo, en su caso", "montoMaximo"),
    text(334228, "Tipo de moneda", "moneda"),
    text(334229, "Tipo de cambio de referencia, en su caso"),
    text(334232, "Forma de pago"),
    text(334240, "Objeto del contrato", "objeto"),
    money(
      334246,
      "Monto total de garantías y/o contragarantías, en caso de que se otorgaran durante el procedimiento",
    ),
    date(
      334241,
      "Fecha de inicio del plazo de entrega o ejecución de servicios contratados u obra pública",
      "inicioPlazo",
    ),
    date(
      334261,
      "Fecha de término del plazo de entrega o ejecución de servicios u obra pública",
      "finPlazo",
    ),
    link(
      334254,
      "Hipervínculo al documento del contrato y anexos, versión pública si así corresponde",
      "urlContrato",
    ),
    link(
      334253,
      "Hipervínculo al comunicado de suspensión, rescisión o terminación anticipada del contrato",
      "urlSuspension",
    ),
    text(334234, "Origen de los recursos públicos"),
    text(334272, "Fuentes de financiamiento "),
    table(334255, "Datos de la obra pública y/o servicios relacionados con la misma", [
      text(43303, "Lugar donde se realizará la obra pública"),
      link(43304, "Hipervínculo a estudios de impacto urbano y ambiental"),
      text(43305, "En su caso, observaciones dirigidas a la población"),
      choice(43306, "Etapa de la obra pública y/o servicio de la misma (catálogo)", [
        "en planeación",
        "en ejecución",
        "en finiquito",
      ]),
    ]),
    choice(334273, "Se realizaron convenios modificatorios (catálogo)", ["Si", "No"]),
    table(
      334268,
      "Datos de los convenios modificatorios de la contratación",
      [
        text(43307, "Número de convenio modificatorio", "numero"),
        text(43308, "Objeto del convenio modificatorio", "objeto"),
        date(43309, "Fecha de firma del convenio modificatorio", "fecha"),
        link(43310, "Hipervínculo al documento del convenio", "url"),
      ],
      "convenios",
    ),
    text(334237, "Mecanismos de vigilancia y supervisión contratos"),
    link(
      334274,
      "Hipervínculo, en su caso a los informes de avance físico en versión pública",
      "urlAvanceFisico",
    ),
    link(334251, "Hipervínculo a los informes de avance financiero", "urlAvanceFinanciero"),
    link(
      334252,
      "Hipervínculo acta de recepción física de trabajos ejecutados u homóloga",
      "urlRecepcion",
    ),
    link(334249, "Hipervínculo al finiquito", "urlFiniquito"),
    text(
      334262,
      "Área(s) responsable(s) que genera(n), posee(n), publica(n) y actualizan la información",
    ),
    date(334242, "Fecha de validación"),
    date(334257, "Fecha de actualización", "fechaActualizacion"),
    text(334263, "Nota"),
  ],
};
