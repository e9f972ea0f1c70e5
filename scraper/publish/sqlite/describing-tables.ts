import type { SqlTable } from "./sql-table.ts";
import type { SqlView } from "./views.ts";

export const aboutTable: SqlTable<{ key: string; value: string }> = {
  name: "publicacion",
  meaning: "Qué es esta base, de dónde viene y de cuándo es.",
  columns: [
    {
      name: "clave",
      type: "TEXT PRIMARY KEY",
      meaning: "De qué se habla.",
      value: ({ key }) => key,
    },
    { name: "valor", type: "TEXT NOT NULL", meaning: "Qué se dice.", value: ({ value }) => value },
  ],
  suffix: " WITHOUT ROWID",
};

/** Column of every table; the line of a table itself has none. */
export const dictionaryTable: SqlTable<{ table: string; column?: string; meaning: string }> = {
  name: "diccionario",
  meaning: "Qué contiene cada tabla y cada columna.",
  columns: [
    {
      name: "tabla",
      type: "TEXT NOT NULL",
      meaning: "Nombre de la tabla.",
      value: ({ table }) => table,
    },
    {
      name: "columna",
      type: "TEXT",
      meaning: "Nombre de la columna; NULL en el renglón que dice qué es la tabla.",
      value: ({ column }) => column,
    },
    {
      name: "significado",
      type: "TEXT NOT NULL",
      meaning: "Qué contiene.",
      value: ({ meaning }) => meaning,
    },
  ],
};

export const viewTable: SqlTable<SqlView> = {
  name: "vistas",
  meaning: "Las vistas de esta base, con la pregunta que contesta cada una.",
  columns: [
    {
      name: "nombre",
      type: "TEXT PRIMARY KEY",
      meaning: "Nombre de la vista.",
      value: ({ name }) => name,
    },
    {
      name: "pregunta",
      type: "TEXT NOT NULL",
      meaning: "Qué pregunta contesta.",
      value: ({ question }) => question,
    },
    {
      name: "ejemplo",
      type: "TEXT NOT NULL",
      meaning: "Una consulta para empezar.",
      value: ({ example }) => example,
    },
  ],
};
