import type { DictionarySection } from "./entry.ts";

/** `FeedIndex`. */
export const feedIndexSection: DictionarySection = {
  id: "indice",
  title: "Índice de la publicación",
  about: "Qué hay en la publicación, cuánto y de cuándo.",
  entries: [
    {
      path: "schemaVersion",
      name: "Versión",
      meaning: "Cambia cuando un programa hecho para la anterior ya no podría leer la publicación.",
    },
    { path: "title", name: "Título", meaning: "Cómo se llama la publicación." },
    {
      path: "notice",
      name: "Aviso",
      meaning: "Que no es oficial y, si los datos son inventados, que lo son.",
    },
    { path: "portal", name: "Portal", meaning: "De dónde se leyeron los datos." },
    { path: "portal/id", name: "Nombre corto del portal", meaning: "Para programas." },
    { path: "portal/name", name: "Nombre del portal", meaning: "Para personas." },
    { path: "portal/url", name: "Dirección del portal", meaning: "El servidor que se leyó." },
    {
      path: "ocidPrefix",
      name: "Prefijo",
      meaning: "Con lo que empieza cada ocid; la política dice si está registrado.",
    },
    { path: "ocdsVersion", name: "Versión del estándar", meaning: "La versión de OCDS, «1.1»." },
    {
      path: "extensions",
      name: "Extensiones",
      meaning: "Las extensiones del estándar que usan estos datos.",
    },
    { path: "license", name: "Licencia", meaning: "Con qué condiciones se usan estos datos." },
    {
      path: "links",
      name: "Más sobre la publicación",
      meaning: "Los archivos que la describen, desde la raíz de la publicación.",
    },
    { path: "links/license", name: "Licencia", meaning: "La licencia y cómo citar la fuente." },
    {
      path: "links/publicationPolicy",
      name: "Política de publicación",
      meaning: "Cómo se hacen estos datos y qué se puede esperar de ellos.",
    },
    { path: "links/dictionary", name: "Diccionario", meaning: "Este diccionario." },
    {
      path: "links/openApi",
      name: "Direcciones",
      meaning: "Cada dirección y la forma de lo que contiene (OpenAPI).",
    },
    {
      path: "links/dcat",
      name: "Catálogo",
      meaning: "La ficha para catálogos de datos (DCAT-AP).",
    },
    {
      path: "links/dataPackage",
      name: "Paquete de datos",
      meaning: "La lista de archivos y sus columnas (Frictionless Data).",
    },
    {
      path: "lastRun",
      name: "Última lectura",
      meaning: "La última vez que se leyó el portal hasta el final.",
    },
    { path: "lastRun/startedAt", name: "Empezó", meaning: "Cuándo empezó esa lectura." },
    { path: "lastRun/finishedAt", name: "Terminó", meaning: "Cuándo terminó." },
    { path: "counts", name: "Cuántos hay", meaning: "Lo que contiene la publicación." },
    {
      path: "counts/procedures",
      name: "Procedimientos",
      meaning: "Todos, también los que ya no aparecen en el portal.",
    },
    {
      path: "counts/withdrawn",
      name: "Procedimientos retirados",
      meaning: "Los que ya no aparecen en el portal.",
    },
    { path: "counts/releases", name: "Entregas", meaning: "Todas las entregas." },
    {
      path: "counts/documents",
      name: "Anexos",
      meaning: "Los que algún procedimiento enlaza o ha enlazado.",
    },
    {
      path: "counts/withdrawnDocuments",
      name: "Anexos retirados",
      meaning: "Los que su procedimiento ya no enlaza.",
    },
    { path: "counts/buyers", name: "Unidades compradoras", meaning: "Cuántas distintas hay." },
    { path: "counts/suppliers", name: "Proveedores", meaning: "Los del padrón." },
    {
      path: "counts/reported",
      name: "Procesos de informes",
      meaning: "Los que el portal no tiene y de los que solo hablan los informes de la PNT.",
    },
    { path: "counts/awards", name: "Adjudicaciones", meaning: "Las que dicen los informes." },
    { path: "counts/contracts", name: "Contratos", meaning: "Los que dicen los informes." },
    {
      path: "firstReleaseAt",
      name: "Primera entrega",
      meaning: "La fecha de la entrega más antigua.",
    },
    {
      path: "lastReleaseAt",
      name: "Última entrega",
      meaning: "La fecha de la entrega más reciente.",
    },
    {
      path: "lastCursor",
      name: "Último número",
      meaning: "El número de la última entrega conocida; la primera es la 1.",
    },
    {
      path: "contentKey",
      name: "Huella de los datos",
      meaning: "La misma en dos publicaciones con los mismos datos, hechas por el mismo programa.",
    },
    {
      path: "files",
      name: "Archivos",
      meaning: "Todos los archivos, menos este índice y `SHA256SUMS`.",
    },
    { path: "files/path", name: "Archivo", meaning: "Su lugar, desde la raíz de la publicación." },
    { path: "files/title", name: "Título", meaning: "Qué es." },
    { path: "files/mediaType", name: "Tipo", meaning: "El tipo de contenido." },
    { path: "files/bytes", name: "Tamaño", meaning: "En bytes." },
    { path: "files/sha256", name: "Huella", meaning: "SHA-256 del archivo, tal como se descarga." },
  ],
};
