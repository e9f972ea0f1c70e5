import type { DictionarySection } from "./entry.ts";

/** `Subscriptions`. */
export const subscriptionsSection: DictionarySection = {
  id: "suscripciones",
  title: "Suscripciones",
  about: "A qué se puede suscribir uno con un lector de noticias o un calendario.",
  entries: [
    {
      path: "schemaVersion",
      name: "Versión",
      meaning: "Cambia cuando un programa hecho para la anterior ya no podría leer este archivo.",
    },
    { path: "notice", name: "Aviso", meaning: "El mismo que en el índice de la publicación." },
    { path: "topics", name: "Temas", meaning: "Uno por cada suscripción." },
    {
      path: "topics/kind",
      name: "Clase de tema",
      meaning: "«todo», «dependencia», «modalidad» o «clase» (bienes, servicios, obra).",
    },
    { path: "topics/title", name: "Título", meaning: "De qué trata." },
    { path: "topics/atom", name: "Atom", meaning: "El archivo para lectores de noticias." },
    {
      path: "topics/jsonFeed",
      name: "JSON Feed",
      meaning: "Lo mismo, en el formato JSON Feed.",
    },
    {
      path: "topics/changes",
      name: "Cambios",
      meaning: "Cuántos cambios contienen esos archivos.",
    },
    {
      path: "topics/ics",
      name: "Calendario",
      meaning: "El archivo para calendarios; falta si no hay fechas recientes ni por venir.",
    },
    { path: "topics/events", name: "Fechas", meaning: "Cuántas fechas contiene el calendario." },
  ],
};
