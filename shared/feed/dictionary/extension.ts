import type { DictionarySection } from "./entry.ts";

/** `ExtensionManifest` and `ExtensionIndex`. */
export const extensionSection: DictionarySection = {
  id: "extension",
  title: "Índice de la extensión del navegador",
  about:
    "Lo que carga la extensión: un archivo pequeño que nombra al grande, y el grande, con todos los procedimientos y proveedores.",
  entries: [
    {
      path: "schemaVersion",
      name: "Versión",
      meaning: "Cambia cuando una extensión anterior ya no podría leer estos archivos.",
    },
    { path: "portal", name: "Portal", meaning: "De qué portal son los datos." },
    {
      path: "readAt",
      name: "Última lectura",
      meaning: "Cuándo se leyó el portal hasta el final por última vez.",
    },
    { path: "path", name: "Archivo", meaning: "El archivo grande, desde la carpeta de este." },
    { path: "sha256", name: "Huella", meaning: "La huella SHA-256 del archivo grande." },
    { path: "bytes", name: "Tamaño", meaning: "El tamaño del archivo grande, en bytes." },
    {
      path: "tenders",
      name: "Procedimientos",
      meaning:
        "En el archivo pequeño, cuántos son. En el grande, los procedimientos: primero el de publicación más reciente, al final los que no tienen fecha.",
      holds: "fila",
    },
    {
      path: "suppliers",
      name: "Proveedores",
      meaning: "En el archivo pequeño, cuántos son. En el grande, los proveedores.",
      holds: "proveedor",
    },
    {
      path: "notice",
      name: "Aviso",
      meaning: "Que la publicación no es oficial, y si sus datos son inventados.",
    },
    { path: "license", name: "Licencia", meaning: "La dirección de la licencia de los datos." },
    {
      path: "details",
      name: "Detalles",
      meaning: "El archivo que dice dónde está quién participó y quién ganó.",
    },
    {
      path: "details/path",
      name: "Archivo de detalles",
      meaning: "Desde la carpeta de este archivo.",
    },
    { path: "details/sha256", name: "Huella de detalles", meaning: "Su huella SHA-256." },
  ],
};
