import type { DictionaryEntry, DictionarySection } from "./entry.ts";

function coveredEntries(path: string): DictionaryEntry[] {
  return [
    {
      path: `${path}/procedures`,
      name: "Procedimientos",
      meaning: "Cuántos aparecen en el portal.",
    },
    {
      path: `${path}/withdrawn`,
      name: "Retirados",
      meaning: "Cuántos ya no aparecen; se cuentan aparte.",
    },
    { path: `${path}/fields`, name: "Por dato", meaning: "Cuántos tienen cada dato." },
    { path: `${path}/fields/*`, name: "Un dato", meaning: "El dato, por su nombre corto." },
    { path: `${path}/fields/*/count`, name: "Cuántos", meaning: "Los que lo tienen." },
    {
      path: `${path}/fields/*/share`,
      name: "Parte",
      meaning: "De 0 a 1; falta si no hay ningún procedimiento.",
    },
  ];
}

/** `FeedCoverage`. */
export const coverageSection: DictionarySection = {
  id: "cobertura",
  title: "Cobertura",
  about: "Qué parte de los procedimientos tiene cada dato, en total y por unidad compradora y año.",
  entries: [
    { path: "schemaVersion", name: "Versión", meaning: "La versión de este archivo." },
    { path: "title", name: "Título", meaning: "Qué es este archivo." },
    { path: "fields", name: "Datos", meaning: "Los datos que se cuentan." },
    { path: "fields/id", name: "Nombre corto", meaning: "El que se usa más abajo." },
    { path: "fields/title", name: "Nombre", meaning: "El dato, en palabras." },
    { path: "total", name: "Total", meaning: "Todos los procedimientos." },
    ...coveredEntries("total"),
    { path: "groups", name: "Grupos", meaning: "Uno por cada unidad compradora y año." },
    {
      path: "groups/buyerId",
      name: "Identificador de la unidad",
      meaning: "El mismo que en las entregas; falta si el portal no nombra ninguna.",
    },
    { path: "groups/buyerName", name: "Unidad compradora", meaning: "Su nombre." },
    {
      path: "groups/year",
      name: "Año",
      meaning: "El de publicación; falta si el portal no da la fecha.",
    },
    ...coveredEntries("groups"),
  ],
};
