import type { DictionarySection } from "./entry.ts";

const read = "Solo donde el programa leyó el documento.";

/** `ProcessDocuments`. */
export const processDocumentsSection: DictionarySection = {
  id: "documentos",
  title: "Documentos de un procedimiento",
  about:
    "Los documentos que la página de un procedimiento enlaza o ha enlazado; el que no tiene ninguno no está.",
  entries: [
    { path: "id", name: "Número", meaning: "El que le da el portal." },
    { path: "ocid", name: "OCID", meaning: "El identificador del proceso." },
    {
      path: "text",
      name: "Texto",
      meaning: "El archivo con lo que está escrito en ellos.",
      rare: "Solo donde quien publica guardó y leyó los documentos.",
    },
    {
      path: "text/path",
      name: "Archivo",
      meaning: "Desde la raíz de la publicación.",
      rare: "Con el texto.",
    },
    { path: "text/sha256", name: "Huella", meaning: "La del archivo.", rare: "Con el texto." },
    { path: "documents", name: "Documentos", meaning: "En el orden en que el portal los numera." },
    {
      path: "documents/id",
      name: "Identificador",
      meaning: "El del documento dentro de su procedimiento.",
    },
    { path: "documents/title", name: "Nombre", meaning: "Como lo escribe la página." },
    {
      path: "documents/type",
      name: "Tipo",
      meaning: "Qué documento es, según su nombre: un código de OCDS.",
      limits: "Falta donde el nombre no lo dice.",
    },
    { path: "documents/url", name: "Dirección", meaning: "De dónde se descarga." },
    {
      path: "documents/firstSeenAt",
      name: "Visto por primera vez",
      meaning: "Cuándo lo vio por primera vez el programa.",
      limits: "No es la fecha de publicación, que el portal no dice.",
    },
    {
      path: "documents/withdrawnAt",
      name: "Retirado",
      meaning: "Desde cuándo la página ya no lo enlaza.",
      rare: "Solo donde la página dejó de enlazar un documento.",
    },
    {
      path: "documents/fileName",
      name: "Nombre del archivo",
      meaning: "Con el que lo entregó el portal.",
      limits: read,
    },
    {
      path: "documents/mediaType",
      name: "Tipo de archivo",
      meaning: "El que declaró el portal, por ejemplo application/pdf.",
      limits: read,
    },
    { path: "documents/bytes", name: "Tamaño", meaning: "En bytes.", limits: read },
    { path: "documents/sha256", name: "Huella", meaning: "La huella SHA-256.", limits: read },
    {
      path: "documents/readAt",
      name: "Leído",
      meaning: "Cuándo se leyó por primera vez este contenido.",
      limits: read,
    },
    {
      path: "documents/changedAt",
      name: "Cambió",
      meaning: "Cuándo se leyó por primera vez un contenido distinto del anterior.",
      limits: read,
      rare: "Solo donde el portal cambió un documento por otro.",
    },
  ],
};
