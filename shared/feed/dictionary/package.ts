import type { DictionarySection } from "./entry.ts";

/** A release package, a record package, and the head that they share. */
export const packageSection: DictionarySection = {
  id: "paquete",
  title: "Paquetes (release packages y record packages)",
  about:
    "Un paquete lleva entregas o registros, y dice quién los publica y con qué licencia. Un registro junta las entregas de un procedimiento con su estado actual.",
  entries: [
    { path: "uri", name: "Dirección del paquete", meaning: "Dónde se publica este archivo." },
    { path: "version", name: "Versión del estándar", meaning: "La versión de OCDS, «1.1»." },
    {
      path: "extensions",
      name: "Extensiones",
      meaning:
        "Las extensiones del estándar que usan estos datos; la política de publicación dice para qué.",
    },
    {
      path: "publishedDate",
      name: "Fecha del paquete",
      meaning: "La fecha de la última entrega que contiene.",
      limits:
        "No es la hora en que se escribió el archivo: mientras nada cambie, el archivo es el mismo.",
    },
    { path: "publisher", name: "Quién publica", meaning: "El proyecto que hace esta publicación." },
    {
      path: "publisher/name",
      name: "Nombre de quien publica",
      meaning: "«Compras Abiertas Durango».",
      limits: "No es el Gobierno del Estado.",
    },
    { path: "license", name: "Licencia", meaning: "Con qué condiciones se usan estos datos." },
    {
      path: "publicationPolicy",
      name: "Política de publicación",
      meaning: "Dónde se explica cómo se hacen estos datos.",
    },
    {
      path: "releases",
      name: "Entregas",
      meaning: "Las entregas del paquete.",
      holds: "entrega",
    },
    { path: "records", name: "Registros", meaning: "Un registro por procedimiento." },
    {
      path: "records/ocid",
      name: "Identificador del proceso",
      meaning: "El mismo que en cada una de sus entregas.",
    },
    {
      path: "records/releases",
      name: "Entregas del registro",
      meaning: "Todas las del procedimiento, de la más antigua a la más reciente.",
      holds: "entrega",
    },
    {
      path: "records/compiledRelease",
      name: "Estado actual",
      meaning: "Lo que resulta de juntar esas entregas.",
      holds: "entrega",
    },
  ],
};
