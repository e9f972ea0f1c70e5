import { feedPaths } from "../../../shared/feed/paths.ts";
import { standardPartidas } from "../../../shared/search/partidas/partida-list.ts";
import { standardList } from "../../../shared/search/synonym-list.ts";
import type { License, PublishedPath } from "./published-path.ts";

const json = "application/json";
const gzip = "application/gzip";
const markdown = "text/markdown";
const atom = "application/atom+xml";
const jsonFeed = "application/feed+json";
const calendar = "text/calendar";

const cc0 = (url: string): License => ({
  name: "CC0-1.0",
  url,
  title: "Creative Commons Cero 1.0 Universal (dominio público)",
});

/** The paths that say what the feed is and how it fares, tell what is new, or serve the extension. */
export const otherPaths: readonly PublishedPath[] = [
  {
    template: feedPaths.index,
    about:
      "Qué hay en la publicación: cuentas, fechas y la lista de archivos con su tamaño y su huella.",
    mediaType: json,
    schema: "FeedIndex",
    explainedBy: { section: "indice" },
  },
  {
    template: feedPaths.subscriptions,
    about: "A qué se puede suscribir uno, y dónde.",
    mediaType: json,
    schema: "Subscriptions",
    explainedBy: { section: "suscripciones" },
  },
  {
    template: feedPaths.atom("todo"),
    about: "Los últimos cambios de todos los procedimientos, para lectores de noticias (Atom).",
    mediaType: atom,
  },
  {
    template: feedPaths.atom("{kind}/{topic}"),
    about: "Los últimos cambios de un tema, para lectores de noticias (Atom).",
    mediaType: atom,
  },
  {
    template: feedPaths.jsonFeed("todo"),
    about:
      "Los últimos cambios de todos los procedimientos, para lectores de noticias (JSON Feed).",
    mediaType: jsonFeed,
    explainedBy: { standard: "https://www.jsonfeed.org/version/1.1/" },
  },
  {
    template: feedPaths.jsonFeed("{kind}/{topic}"),
    about: "Los últimos cambios de un tema, para lectores de noticias (JSON Feed).",
    mediaType: jsonFeed,
    explainedBy: { standard: "https://www.jsonfeed.org/version/1.1/" },
  },
  {
    template: feedPaths.calendar("todo"),
    about: "Juntas, aperturas y fallos de todos los procedimientos, para calendarios.",
    mediaType: calendar,
  },
  {
    template: feedPaths.calendar("{kind}/{topic}"),
    about: "Juntas, aperturas y fallos de un tema, para calendarios.",
    mediaType: calendar,
  },
  {
    template: feedPaths.synonyms,
    about:
      "Las palabras con que distintas dependencias piden lo mismo, con su versión y cómo buscar con ellas.",
    mediaType: json,
    schema: "SynonymList",
    explainedBy: { section: "sinonimos" },
    dataSet: "sinonimos",
    license: cc0(standardList.license),
  },
  {
    template: feedPaths.partidas,
    about:
      "Los códigos del Clasificador por Objeto del Gasto con su nombre, y las palabras con que se compra lo de cada uno, con su versión y cómo usarlas.",
    mediaType: json,
    schema: "PartidaList",
    explainedBy: { section: "partidas" },
    dataSet: "partidas",
    license: cc0(standardPartidas.license),
  },
  {
    template: feedPaths.coverage,
    about: "Qué parte de los procedimientos tiene cada dato, en total y por unidad y año.",
    mediaType: json,
    schema: "FeedCoverage",
    explainedBy: { section: "cobertura" },
  },
  {
    template: feedPaths.health,
    about: "Cómo salió cada lectura del portal.",
    mediaType: json,
    schema: "FeedHealth",
    explainedBy: { section: "salud" },
  },
  {
    template: feedPaths.compat,
    about: "Si las páginas del portal siguen siendo como el programa las espera.",
    mediaType: json,
    schema: "FeedCompat",
    explainedBy: { section: "compat" },
  },
  {
    template: feedPaths.checksums,
    about: "La huella SHA-256 de cada archivo, para `sha256sum -c`.",
    mediaType: "text/plain",
  },
  {
    template: feedPaths.extensionManifest,
    about: "Qué índice carga la extensión del navegador.",
    mediaType: json,
    schema: "ExtensionManifest",
    explainedBy: { section: "extension" },
  },
  {
    template: feedPaths.extensionIndex("{hash}"),
    about: "El índice que carga la extensión del navegador.",
    mediaType: gzip,
    schema: "ExtensionIndex",
    explainedBy: { section: "extension" },
  },
  {
    template: feedPaths.extensionDetails("{hash}"),
    about: "En qué archivos halla la extensión quién participó y quién ganó.",
    mediaType: json,
    schema: "ExtensionDetails",
    explainedBy: { section: "extension-detalles" },
  },
  {
    template: feedPaths.extensionProcesses("{hash}"),
    about: "Quién participó y quién ganó en algunos procedimientos, para la extensión.",
    mediaType: json,
    schema: "ProcessDetailsList",
    explainedBy: { section: "detalle" },
  },
  {
    template: feedPaths.extensionCitations("{hash}"),
    about: "El enlace permanente y la huella de algunos procedimientos, para la extensión.",
    mediaType: json,
    schema: "RowCitationList",
    explainedBy: { section: "cita" },
  },
  {
    template: feedPaths.extensionDocuments("{hash}"),
    about: "Los documentos de algunos procedimientos, para la extensión.",
    mediaType: json,
    schema: "ProcessDocumentsList",
    explainedBy: { section: "documentos" },
  },
  {
    template: feedPaths.documentTexts("{id}"),
    about: "Lo que está escrito en los documentos de un procedimiento.",
    mediaType: json,
    schema: "ProcessTexts",
    rare: "Solo donde quien publica guardó y leyó los documentos.",
    explainedBy: { section: "textos" },
  },
  {
    template: feedPaths.extensionAwards("{hash}"),
    about: "Quién ganó cada procedimiento y por cuánto, en breve, para la extensión.",
    mediaType: json,
    schema: "ProcessAwardsList",
    explainedBy: { section: "montos" },
  },
  {
    template: feedPaths.license,
    about: "La licencia de los datos y cómo citar la fuente.",
    mediaType: "text/plain",
  },
  {
    template: feedPaths.policy,
    about: "La política de publicación.",
    mediaType: markdown,
  },
  {
    template: feedPaths.dictionary,
    about: "El diccionario de campos.",
    mediaType: markdown,
  },
  {
    template: feedPaths.openApi,
    about: "Las direcciones de esta publicación y la forma de lo que contienen.",
    mediaType: json,
    explainedBy: { standard: "https://spec.openapis.org/oas/v3.1.1" },
  },
  {
    template: feedPaths.dcat,
    about: "La ficha de esta publicación para catálogos de datos.",
    mediaType: "application/ld+json",
    explainedBy: { standard: "https://semiceu.github.io/DCAT-AP/releases/3.0.0/" },
  },
  {
    template: feedPaths.dataPackage,
    about: "La lista de archivos y columnas como paquete de datos.",
    mediaType: json,
    explainedBy: { standard: "https://specs.frictionlessdata.io/data-package/" },
  },
];
