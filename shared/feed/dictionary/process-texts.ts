import type { DictionarySection } from "./entry.ts";

const rare = "Solo donde quien publica guardó y leyó los documentos.";

/** `ProcessTexts`. */
export const processTextsSection: DictionarySection = {
  id: "textos",
  title: "Texto de los documentos de un procedimiento",
  about:
    "Lo que está escrito en los documentos de un procedimiento, página por página, sin datos personales. Sirve para buscar; el documento es el del portal.",
  entries: [
    { path: "id", name: "Número", meaning: "El que le da el portal.", rare },
    { path: "ocid", name: "OCID", meaning: "El identificador del proceso.", rare },
    { path: "documents", name: "Documentos", meaning: "Los que se leyeron.", rare },
    {
      path: "documents/id",
      name: "Identificador",
      meaning: "El del documento dentro de su procedimiento.",
      rare,
    },
    { path: "documents/sha256", name: "Huella", meaning: "La del archivo que se leyó.", rare },
    {
      path: "documents/state",
      name: "Estado",
      meaning:
        "text: tiene texto; noText: páginas sin texto, como las de un escáner; notPdf, locked (con contraseña), damaged, tooLarge, tooLong: no se pudo leer.",
      rare,
    },
    {
      path: "documents/pages",
      name: "Páginas",
      meaning: "El texto de cada página, desde la primera.",
      limits: "Sin CURP, RFC de personas, teléfonos ni correos que no sean de una oficina.",
      rare,
    },
    {
      path: "documents/isCut",
      name: "Incompleto",
      meaning: "Si el documento tiene más texto que el que está aquí.",
      rare,
    },
  ],
};
