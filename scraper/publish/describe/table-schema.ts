import type { Column } from "../../../shared/tables/column.ts";

/** What Frictionless's Table Schema says of a column beyond its kind. */
export interface FieldRules {
  format?: "uri";
  constraints?: {
    required?: true;
    unique?: true;
    pattern?: string;
    minimum?: number;
    enum?: readonly string[];
  };
}

/**
 * The Table Schema of a CSV file. A column of instants holds days too, where the hour is not known, so its format is `any`: no single
 * pattern fits both. Throws where `rules` names a column that the table has not.
 *
 * @param rules by heading.
 */
export function tableSchema<Row>(
  columns: readonly Column<Row>[],
  rules: Readonly<Record<string, FieldRules>>,
): { fields: object[]; missingValues: string[] } {
  const stray = Object.keys(rules).filter(
    (name) => !columns.some(({ heading }) => heading === name),
  );
  if (stray.length > 0) throw new Error(`no column is called ${stray.join(", ")}`);
  return {
    fields: columns.map((column) => ({
      name: column.heading,
      description: column.meaning,
      ...typeOf(column),
      ...rules[column.heading],
    })),
    missingValues: [""],
  };
}

function typeOf<Row>(column: Column<Row>): { type: string; format?: string } {
  if ("count" in column) return { type: "integer" };
  if ("amount" in column) return { type: "number" };
  if ("instant" in column) return { type: "datetime", format: "any" };
  if ("day" in column) return { type: "date" };
  return { type: "string" };
}
