import { choice, date, link, money, type PntFormat, table, text } from "./format.ts";

const materias = [
  "Obra pública",
  "Servicios relacionados con obra pública",
  "Adquisiciones",
  "Arrendamientos",
  "Servicios",
];

/**
 * Format 43336 of fraction XXVIII: tenders and invitations to at least three, with who was invited, who bid and who won. Labels, numbers and types are those of
 * the PNT's own catalogue.
 */
export const format43336: PntFormat = {
  id: "43336",
  title:
    "Resultados adjudicaciones, invitaciones y licitaciones_Procedimientos de licitación pública e invitación a cuando menos tres personas",
  fields: [
    text(334280, "Ejercicio", "ejercicio"),
    date(334314, "Fecha de inicio del periodo que se informa", "periodoInicio"),
    date(334315, "Fecha de término del periodo que se informa", "periodoFin"),
    choice(
      334323,
      "Tipo de procedimiento (catálogo)",
      ["Licitación pública", "Invitación a cuando menos tres personas", "Otro (especificar)"],
      "tipoProcedimiento",
    ),
    choice(334304, "Materia (catálogo)", materias, "materia"),
    table(
      334277,
      "Posibles contratantes",
      [
        text(43317, "Nombre(s)", "nombre"),
        text(43318, "Primer apellido", "primerApellido"),
        text(43319, "Segundo apellido", "segundoApellido"),
        text(43320, "Razón Social", "razonSocial"),
        text(43321, "RFC de los posibles contratantes ", "rfc"),
      ],
      "posiblesContratantes",
    ),
    text(334278, "Número de expediente, folio o nomenclatura", "expediente"),
    link(334331, "Hipervínculo a la convocatoria o invitaciones emitidas", "urlConvocatoria"),
    date(334332, "Fecha de la convocatoria o invitación ", "fechaConvocatoria"),
    text(334287, "Descripción de las obras, bienes o servicios", "descripcion"),
    table(
      334306,
      "Personas físicas o morales con proposición u oferta",
      [
        text(43322, "Nombre(s)", "nombre"),
        text(43323, "Primer apellido", "primerApellido"),
        text(43324, "Segundo apellido", "segundoApellido"),
        text(43325, "Denominación o razón social", "razonSocial"),
        text(
          43326,
          "RFC de las personas físicas o morales que presentaron una proposición u oferta",
          "rfc",
        ),
      ],
      "proposiciones",
    ),
    date(334334, "Fecha en la que se celebró la junta de aclaraciones"),
    table(334307, "Relación de asistentes a la junta de aclaraciones", [
      text(43327, "Nombre(s)"),
      text(43328, "Primer apellido"),
      text(43329, "Segundo apellido"),
      text(43330, "Denominación o razón social"),
      text(43331, "RFC de las personas físicas o morales asistentes a la junta de aclaraciones"),
    ]),
    table(
      334308,
      "Relación con los datos de los servidores públicos asistentes a la junta de aclaraciones",
      [
        text(43332, "Nombre(s) del Servidor Público"),
        text(43333, "Primer apellido del Servidor Público"),
        text(43334, "Segundo apellido del Servidor Público"),
        text(43335, "Cargo que ocupa el Servidor Público dentro del SO"),
        text(43336, "RFC de los servidores públicos asistentes a la junta de aclaraciones"),
      ],
    ),
    link(
      334279,
      "Hipervínculo al fallo de la junta de aclaraciones o al documento correspondiente",
      "urlJunta",
    ),
    link(
      334335,
      "Hipervínculo al documento donde conste la presentación las propuestas",
      "urlPropuestas",
    ),
    link(334275, "Hipervínculo al (los) dictámenes, en su caso", "urlDictamenes"),
    text(334324, "Nombre(s) del contratista o proveedor ", "nombre"),
    text(334316, "Primer apellido del contratista o proveedor", "primerApellido"),
    text(334317, "Segundo apellido del contratista o proveedor", "segundoApellido"),
    text(334318, "Razón social del contratista o proveedor", "razonSocial"),
    text(334325, "RFC de la persona física o moral contratista o proveedor ", "rfc"),
    text(334326, "Descripción de las razones que justifican su elección", "razones"),
    text(334285, "Área(s) solicitante"),
    text(334284, "Área(s) contratante(s)"),
    text(334286, "Área(s) responsable de su ejecución"),
    text(334281, "Número que identifique al contrato ", "contrato"),
    date(334290, "Fecha del contrato", "fechaContrato"),
    money(334295, "Monto del contrato sin impuestos (en MXN)", "montoSinImpuestos"),
    money(334296, "Monto total del contrato con impuestos incluidos (MXN)", "montoConImpuestos"),
    money(334294, "Monto mínimo, con impuestos incluidos, en su caso", "montoMinimo"),
    money(334297, "Monto máximo, con impuestos incluidos, en su caso", "montoMaximo"),
    text(334283, "Tipo de moneda", "moneda"),
    text(334282, "Tipo de cambio de referencia, en su caso"),
    text(334327, "Forma de pago"),
    text(334288, "Objeto del contrato", "objeto"),
    date(334292, "Fecha de inicio del plazo de entrega o ejecución", "inicioPlazo"),
    date(334291, "Fecha de término del plazo de entrega o ejecución", "finPlazo"),
    link(
      334301,
      "Hipervínculo al documento del contrato y anexos, en versión pública, en su caso",
      "urlContrato",
    ),
    link(334302, "Hipervínculo al comunicado de suspensión, en su caso", "urlSuspension"),
    table(334309, "Partida presupuestal de acuerdo con el COG", [
      text(43337, "Partida Presupuestal"),
    ]),
    choice(334313, "Origen de los recursos públicos (catálogo)", [
      "Federales",
      "Estatales",
      "Municipales",
    ]),
    text(334333, "Fuente de financiamiento"),
    text(334276, "Tipo de fondo de participación o aportación respectiva"),
    text(334328, "Lugar donde se realizará la obra pública, en su caso"),
    text(334319, "Breve descripción de la obra pública, en su caso"),
    link(334329, "Hipervínculo a los estudios de impacto urbano y ambiental, en su caso"),
    text(
      334330,
      "Observaciones dirigidas a la población relativas a la realización de las obras públicas, en su caso",
    ),
    choice(334320, "Etapa de la obra pública y/o servicio de la misma (catálogo)", [
      "En planeación",
      "En ejecución",
      "En finiquito",
    ]),
    choice(334305, "Se realizaron convenios modificatorios (catálogo)", ["Si", "No"]),
    table(
      334310,
      "Convenios modificatorios",
      [
        text(43338, "Número de convenio modificatorio", "numero"),
        text(43339, "Objeto del convenio modificatorio", "objeto"),
        date(43340, "Fecha de firma del convenio modificatorio", "fecha"),
        link(43341, "Hipervínculo al documento del convenio", "url"),
      ],
      "convenios",
    ),
    text(334289, "Mecanismos de vigilancia y supervisión de la ejecución, en su caso"),
    link(334298, "Hipervínculo a informes de avances físicos, en su caso", "urlAvanceFisico"),
    link(
      334303,
      "Hipervínculo a los informes de avance financiero, en su caso",
      "urlAvanceFinanciero",
    ),
    link(
      334299,
      "Hipervínculo al acta de recepción física de los trabajos ejecutados u homóloga, en su caso",
      "urlRecepcion",
    ),
    link(334300, "Hipervínculo al finiquito, en su  caso ", "urlFiniquito"),
    text(
      334321,
      "Área(s) responsable(s) que genera(n), posee(n), publica(n) y actualizan la información",
    ),
    date(334293, "Fecha de validación"),
    date(334312, "Fecha de actualización", "fechaActualizacion"),
    text(334322, "Nota"),
  ],
};
