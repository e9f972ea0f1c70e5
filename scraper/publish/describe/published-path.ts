import type { SchemaName } from "./schemas.ts";

/** The data sets that the catalogue knows. */
export type DataSetName =
  | "procedimientos"
  | "cambios"
  | "padron"
  | "evidencia"
  | "sinonimos"
  | "partidas";

/** A licence as catalogues name it. */
export interface License {
  name: string;
  url: string;
  title: string;
}

/** A published path, or many of one pattern. */
export interface PublishedPath {
  /** From the feed's root, a parameter in braces: `releases/{year}.jsonl`. */
  template: string;
  /** What it is, in Spanish. */
  about: string;
  mediaType: string;
  /** What the body holds, or each line of it where the file is JSON Lines. */
  schema?: SchemaName;
  /** The section of the dictionary that explains its fields, or the standard that does. Absent for what has no fields of its own. */
  explainedBy?: { section: string } | { standard: string };
  dataSet?: DataSetName;
  /** Where it is not that of the feed. */
  license?: License;
  /** Why a feed may well have no such file. */
  rare?: string;
}
