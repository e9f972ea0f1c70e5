interface Heading {
  /** In Spanish. */
  heading: string;
  /** What stands in the column, in Spanish, for the reader of the table. */
  meaning: string;
  /** How wide a spreadsheet shows the column, in characters. */
  width: number;
}

/**
 * A column of a table for people. The key of its cells says what they are; a cell that is not known is undefined, and empty in
 * every table.
 */
export type Column<Row> = Heading &
  (
    | { text: (row: Row) => string | undefined }
    /** ISO 8601 with the offset of the portal's zone; at midnight the day alone is known. */
    | { instant: (row: Row) => string | undefined }
    /** As an instant, of which the day alone matters. */
    | { day: (row: Row) => string | undefined }
    | { count: (row: Row) => number | undefined }
    /** Pesos, with cents. */
    | { amount: (row: Row) => number | undefined }
  );
