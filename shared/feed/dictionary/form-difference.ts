import type { DictionaryEntry } from "./entry.ts";

const rare = "Solo lo hay cuando cambió la forma de las páginas.";

/** The entries of a `FormDifference` at a path. @param meaning of the whole, in Spanish. */
export function formDifference(path: string, meaning: string): DictionaryEntry[] {
  return [
    { path, name: "Qué cambió", meaning, rare },
    { path: `${path}/from`, name: "Huella anterior", meaning: "La que tenían.", rare },
    {
      path: `${path}/added`,
      name: "Etiquetas nuevas",
      meaning: "Las que antes no estaban.",
      rare,
    },
    {
      path: `${path}/removed`,
      name: "Etiquetas que se fueron",
      meaning: "Las que ya no están.",
      rare,
    },
    {
      path: `${path}/routes`,
      name: "Direcciones anteriores",
      meaning: "Falta si son las mismas.",
      rare,
    },
    {
      path: `${path}/strategies`,
      name: "Modo de lectura anterior",
      meaning: "Falta si es el mismo.",
      rare,
    },
    {
      path: `${path}/listKind`,
      name: "Clase de lista anterior",
      meaning: "Falta si es la misma.",
      rare,
    },
  ];
}
