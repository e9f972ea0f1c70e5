import type { DictionaryEntry } from "./entry.ts";
import { unitEntries } from "./parties.ts";

const facts: readonly DictionaryEntry[] = [
  {
    path: "tender",
    name: "Procedimiento",
    meaning: "El procedimiento, desde la convocatoria hasta el fallo.",
    limits:
      "Las páginas del portal no dan montos, adjudicaciones ni contratos; los que hay vienen de los informes de la PNT.",
  },
  {
    path: "tender/id",
    name: "Número de procedimiento",
    meaning:
      "El número oficial, tal como lo escribe el portal; si no imprime ninguno, el número que el portal da a la página.",
    from: ["procedimiento.numeroProcedimiento"],
  },
  {
    path: "tender/title",
    name: "Título",
    meaning: "Qué se contrata. El portal da un solo texto, que aquí es título y descripción.",
    from: ["procedimiento.descripcion"],
    limits:
      "Se reparan los acentos mal codificados; el texto tal como llegó queda en el archivo de páginas.",
  },
  {
    path: "tender/description",
    name: "Descripción",
    meaning: "El mismo texto que el título.",
    from: ["procedimiento.descripcion"],
  },
  {
    path: "tender/status",
    name: "Estado",
    meaning:
      "En qué está el procedimiento, según el estándar: «active» en curso, «complete» concluido, «unsuccessful» desierto, «cancelled» cancelado, «withdrawn» ya no aparece en el portal. Falta si la palabra del portal no tiene equivalente.",
    from: ["procedimiento.estatus"],
    limits:
      "No dice si todavía se puede participar: eso lo dicen las fechas. La palabra del portal solo está en las tablas.",
  },
  {
    path: "tender/procuringEntity",
    name: "Entidad que lleva el procedimiento",
    meaning: "La misma unidad compradora.",
  },
  ...unitEntries("tender/procuringEntity"),
  {
    path: "tender/procurementMethod",
    name: "Método",
    meaning:
      "La modalidad según el estándar: «open» abierta (licitación pública o concurso), «selective» por invitación, «direct» adjudicación directa. Falta si no se reconoce.",
    from: ["procedimiento.tipoProcedimiento"],
  },
  {
    path: "tender/procurementMethodDetails",
    name: "Modalidad",
    meaning: "El tipo de procedimiento, en palabras del portal.",
    from: ["procedimiento.tipoProcedimiento"],
  },
  {
    path: "tender/mainProcurementCategory",
    name: "Categoría",
    meaning: "La materia según el estándar: «goods» bienes, «services» servicios, «works» obra.",
    from: ["procedimiento.materia"],
    limits: "El estándar no distingue el arrendamiento: cuenta como bienes.",
  },
  {
    path: "tender/additionalProcurementCategories",
    name: "Materia",
    meaning: "La materia, en palabras del portal.",
    from: ["procedimiento.materia"],
  },
];

const dates: readonly DictionaryEntry[] = [
  {
    path: "tender/tenderPeriod",
    name: "Periodo para proponer",
    meaning: "Desde la publicación hasta la presentación y apertura de proposiciones.",
  },
  {
    path: "tender/tenderPeriod/startDate",
    name: "Publicación",
    meaning: "Fecha de publicación de la convocatoria.",
    from: ["procedimiento.fechaPublicacion"],
  },
  {
    path: "tender/tenderPeriod/endDate",
    name: "Cierre",
    meaning: "Presentación y apertura de proposiciones: desde entonces ya no se puede participar.",
    from: ["procedimiento.fechaAperturaProposiciones"],
  },
  {
    path: "tender/enquiryPeriod",
    name: "Periodo para preguntar",
    meaning: "Hasta la junta de aclaraciones.",
  },
  {
    path: "tender/enquiryPeriod/endDate",
    name: "Fin de las preguntas",
    meaning: "Fecha de la junta de aclaraciones.",
    from: ["procedimiento.fechaJuntaAclaraciones"],
    limits: "El portal no da el plazo para enviar preguntas, que suele vencer antes de la junta.",
  },
  {
    path: "tender/awardPeriod",
    name: "Periodo para adjudicar",
    meaning: "Hasta el fallo.",
  },
  {
    path: "tender/awardPeriod/endDate",
    name: "Fallo anunciado",
    meaning: "Fecha en que se anunció que se daría el fallo.",
    from: ["procedimiento.fechaFallo"],
    limits: "No dice si el fallo se dio ni en qué sentido.",
  },
  {
    path: "tender/bidOpening",
    name: "Apertura de proposiciones",
    meaning: "El acto de apertura (extensión bidOpening).",
    limits: "El portal no da el lugar como dato.",
  },
  {
    path: "tender/bidOpening/date",
    name: "Fecha de la apertura",
    meaning: "La misma que el cierre del periodo para proponer.",
    from: ["procedimiento.fechaAperturaProposiciones"],
  },
  {
    path: "tender/clarificationMeetings",
    name: "Juntas de aclaraciones",
    meaning: "La junta de aclaraciones (extensión clarificationMeetings).",
    limits: "El portal da una sola fecha, aunque haya varias juntas.",
  },
  {
    path: "tender/clarificationMeetings/id",
    name: "Identificador de la junta",
    meaning: "Siempre «1».",
  },
  {
    path: "tender/clarificationMeetings/date",
    name: "Fecha de la junta",
    meaning: "Falta si la junta se anunció y su fecha desapareció después.",
    from: ["procedimiento.fechaJuntaAclaraciones"],
  },
  {
    path: "tender/milestones",
    name: "Hitos",
    meaning:
      "La junta de aclaraciones, como hito: para los programas que no conocen la extensión clarificationMeetings.",
  },
  {
    path: "tender/milestones/id",
    name: "Identificador del hito",
    meaning: "Siempre «juntaAclaraciones».",
  },
  {
    path: "tender/milestones/title",
    name: "Título del hito",
    meaning: "Siempre «Junta de aclaraciones».",
  },
  {
    path: "tender/milestones/type",
    name: "Tipo de hito",
    meaning: "Siempre «engagement»: la convocante responde a los interesados.",
  },
  {
    path: "tender/milestones/code",
    name: "Código del hito",
    meaning: "Siempre «juntaAclaraciones».",
  },
  {
    path: "tender/milestones/dueDate",
    name: "Fecha del hito",
    meaning: "La fecha de la junta; falta si desapareció del portal.",
    from: ["procedimiento.fechaJuntaAclaraciones"],
  },
];

const documents: readonly DictionaryEntry[] = [
  {
    path: "tender/documents",
    name: "Documentos",
    meaning: "La página del procedimiento y sus anexos, también los que ya desaparecieron.",
  },
  {
    path: "tender/documents/id",
    name: "Identificador del documento",
    meaning:
      "«procedimiento-» o «anexo-» y el número que le da el portal; «pnt-» y una huella si lo enlaza un informe.",
  },
  {
    path: "tender/documents/documentType",
    name: "Tipo de documento",
    meaning:
      "Qué documento es, según las palabras de su nombre; falta si el nombre no lo dice. «openingOfProposals» (acta de apertura) es un código propio: el estándar no tiene uno.",
    limits: "Se deduce del nombre, no del contenido.",
  },
  {
    path: "tender/documents/title",
    name: "Nombre del documento",
    meaning: "El nombre con el que el portal enlaza el anexo.",
  },
  {
    path: "tender/documents/description",
    name: "Qué pasó con el documento",
    meaning:
      "Dice si el documento ya no aparece y cuándo se vio por última vez, si volvió a aparecer o si el archivo es otro que antes.",
    rare: "Solo lo llevan los documentos con los que pasó algo.",
  },
  {
    path: "tender/documents/url",
    name: "Dirección",
    meaning: "De dónde se descarga del portal. Aquí no se publica ninguna copia.",
  },
  {
    path: "tender/documents/format",
    name: "Tipo de archivo",
    meaning:
      "El que declaró el portal al descargarlo, por ejemplo «application/pdf»; falta si el anexo no se leyó.",
  },
  {
    path: "tender/documents/language",
    name: "Idioma del documento",
    meaning: "Siempre «es».",
    limits: "Se supone; no se revisa el contenido.",
  },
];

const items: readonly DictionaryEntry[] = [
  {
    path: "tender/items",
    name: "Partidas",
    meaning:
      "Qué se compra, hasta donde lo dicen las partidas presupuestales que un informe de la PNT da: una por partida.",
    limits:
      "La partida que la extensión deduce de las palabras de un título es una ayuda para buscar y no se publica.",
  },
  {
    path: "tender/items/id",
    name: "Identificador de la partida",
    meaning: "«partida-» y el código.",
  },
  {
    path: "tender/items/classification",
    name: "Clasificación",
    meaning: "La partida del Clasificador por Objeto del Gasto (COG).",
  },
  {
    path: "tender/items/classification/scheme",
    name: "Clasificador",
    meaning: "Siempre «MX-COG», un código propio: el estándar no tiene uno para el COG.",
  },
  {
    path: "tender/items/classification/id",
    name: "Código",
    meaning:
      "Las cifras del informe; las tres primeras son la partida genérica, cuyo nombre está en «partidas.json».",
  },
];

/** The process from the call to the ruling. */
export const tenderEntries: readonly DictionaryEntry[] = [
  ...facts,
  ...dates,
  ...items,
  ...documents,
];
