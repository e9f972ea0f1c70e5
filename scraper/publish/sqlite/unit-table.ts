import type { SqlTable } from "./sql-table.ts";

export const unitTable: SqlTable<{
  id: string;
  code: string | undefined;
  name: string | undefined;
}> = {
  name: "unidades",
  meaning: "Una unidad compradora.",
  columns: [
    {
      name: "id",
      type: "TEXT PRIMARY KEY",
      meaning: "Identificador de la unidad en esta publicación (OCDS: buyer/id).",
      value: ({ id }) => id,
    },
    {
      name: "clave",
      type: "TEXT",
      meaning: "Clave de la unidad, donde el portal la imprime.",
      value: ({ code }) => code,
    },
    {
      name: "nombre",
      type: "TEXT",
      meaning: "Nombre, tal como lo escribe el portal en su procedimiento más reciente.",
      value: ({ name }) => name,
    },
  ],
  suffix: " WITHOUT ROWID",
};
