import type { DictionaryEntry, DictionarySection } from "./entry.ts";

const fromReports = "Solo lo hay si se importaron informes.";
const archived = "Solo lo hay si se guarda el archivo de páginas y respuestas.";

function archiveEntries(path: string): DictionaryEntry[] {
  return [
    {
      path,
      name: "Lugar en el archivo",
      meaning: "Dónde guarda el proyecto la respuesta del portal tal como llegó (formato WARC).",
      rare: archived,
    },
    {
      path: `${path}/file`,
      name: "Archivo WARC",
      meaning: "El archivo, desde la carpeta del archivo de páginas. No se publica.",
      rare: archived,
    },
    {
      path: `${path}/recordId`,
      name: "Registro WARC",
      meaning: "El identificador (WARC-Record-ID) de la respuesta en ese archivo.",
      rare: archived,
    },
  ];
}

function sightingEntries(path: string, what: string): DictionaryEntry[] {
  return [
    {
      path,
      name: "Desapariciones y regresos",
      meaning: `Cada vez que ${what} desapareció del portal o volvió.`,
    },
    {
      path: `${path}/event`,
      name: "Qué pasó",
      meaning: "«withdrawn» desapareció, «returned» volvió.",
    },
    { path: `${path}/at`, name: "Cuándo", meaning: "Cuándo se notó." },
    {
      path: `${path}/lastSeenAt`,
      name: "Última vez antes",
      meaning: "La última vez que se había visto antes de eso.",
    },
  ];
}

/** `ProcedureEvidence`. */
export const evidenceSection: DictionarySection = {
  id: "evidencia",
  title: "Evidencia",
  about:
    "De dónde viene cada dato de un procedimiento, para poder citarlo y comprobarlo después con `compras verify`.",
  entries: [
    { path: "ocid", name: "Identificador del proceso", meaning: "El mismo que en las entregas." },
    { path: "id", name: "Número en el portal", meaning: "El número que el portal da a la página." },
    {
      path: "url",
      name: "Página en el portal",
      meaning: "La dirección de la página del procedimiento.",
    },
    { path: "firstSeenAt", name: "Primera vez", meaning: "Cuándo se leyó por primera vez." },
    {
      path: "withdrawnAt",
      name: "Retirada del portal",
      meaning: "Desde cuándo no aparece en el portal; falta mientras aparece.",
    },
    {
      path: "lastSeenAt",
      name: "Última vez",
      meaning:
        "La última vez que se vio, en la lista o en su página, antes de desaparecer; falta mientras aparece.",
    },
    {
      path: "lastReadAt",
      name: "Última lectura",
      meaning:
        "La última vez que se leyó su página antes de desaparecer; falta mientras aparece. Que la lista lo muestre no es una lectura.",
    },
    ...sightingEntries("sightings", "el procedimiento"),
    {
      path: "releases",
      name: "Entregas citables",
      meaning: "Las entregas del procedimiento, de la más antigua a la más reciente.",
    },
    {
      path: "releases/id",
      name: "Identificador de la entrega",
      meaning: "El mismo que en la entrega.",
    },
    { path: "releases/date", name: "Fecha de la entrega", meaning: "Cuándo se supo lo que dice." },
    {
      path: "releases/sha256",
      name: "Huella de la entrega",
      meaning: "SHA-256 de la entrega en JSON canónico (RFC 8785): prueba que nadie la cambió.",
    },
    {
      path: "releases/permalink",
      name: "Enlace permanente",
      meaning: "El archivo que la contiene y, después de «#», su identificador.",
    },
    {
      path: "releases/page",
      name: "Página leída",
      meaning: "La página del portal en la que se basa; falta si el portal ya no tenía la página.",
    },
    {
      path: "releases/page/sha256",
      name: "Huella de la página",
      meaning: "SHA-256 de la página, tal como llegó.",
    },
    ...archiveEntries("releases/page/archive"),
    {
      path: "releases/rows",
      name: "Filas del informe",
      meaning: "Las filas de los informes de la PNT en las que se basa; falta en las del portal.",
      rare: fromReports,
    },
    {
      path: "releases/rows/import",
      name: "Importación",
      meaning: "El nombre con el que se importó el archivo.",
      rare: fromReports,
    },
    {
      path: "releases/rows/file",
      name: "Archivo",
      meaning: "El nombre del archivo.",
      rare: fromReports,
    },
    {
      path: "releases/rows/sha256",
      name: "Huella del archivo",
      meaning: "SHA-256 del archivo importado.",
      rare: fromReports,
    },
    { path: "releases/rows/sheet", name: "Hoja", meaning: "La hoja del libro.", rare: fromReports },
    {
      path: "releases/rows/row",
      name: "Fila",
      meaning: "La fila de la hoja, desde 1.",
      rare: fromReports,
    },
    {
      path: "reported",
      name: "Enlace con los informes",
      meaning: "Que un informe de la PNT habla de este procedimiento del portal.",
      rare: fromReports,
    },
    {
      path: "reported/confidence",
      name: "Certeza",
      meaning: "De 0 a 1; por debajo de 0.85 no se juntan.",
      rare: fromReports,
    },
    {
      path: "reported/reasons",
      name: "Razones",
      meaning: "En qué coinciden o difieren número, unidad, fecha y modalidad.",
      rare: fromReports,
    },
    {
      path: "documents",
      name: "Anexos",
      meaning: "Los anexos que la página enlaza o ha enlazado; vacía si ninguno.",
    },
    {
      path: "documents/id",
      name: "Identificador del anexo",
      meaning: "El mismo que en `tender/documents`.",
    },
    { path: "documents/url", name: "Dirección", meaning: "De dónde se descarga." },
    {
      path: "documents/firstSeenAt",
      name: "Primera vez",
      meaning: "Cuándo se vio el anexo por primera vez.",
    },
    {
      path: "documents/withdrawnAt",
      name: "Retirado del portal",
      meaning: "Desde cuándo la página no lo enlaza; falta mientras lo enlaza.",
    },
    {
      path: "documents/lastSeenAt",
      name: "Última vez",
      meaning: "La última vez que se vio antes de desaparecer; falta mientras aparece.",
    },
    ...sightingEntries("documents/sightings", "el anexo"),
    {
      path: "documents/files",
      name: "Archivos leídos",
      meaning:
        "Cada archivo distinto que se encontró en esa dirección, del más antiguo al más reciente; vacía si no se leyó.",
      limits: "El archivo mismo no se publica.",
    },
    {
      path: "documents/files/sha256",
      name: "Huella del archivo",
      meaning: "SHA-256 del archivo, para comprobar que es el mismo.",
    },
    { path: "documents/files/bytes", name: "Tamaño", meaning: "En bytes." },
    {
      path: "documents/files/name",
      name: "Nombre del archivo",
      meaning: "El nombre con el que el portal lo entregó; falta si no lo dijo.",
    },
    {
      path: "documents/files/mediaType",
      name: "Tipo de archivo",
      meaning: "El que declaró el portal, por ejemplo «application/pdf»; falta si no lo dijo.",
    },
    {
      path: "documents/files/readAt",
      name: "Cuándo se leyó",
      meaning: "La primera vez que se encontró ese archivo ahí.",
    },
    ...archiveEntries("documents/files/archive"),
  ],
};
