import { ByteWriter, ParquetWriter, type SchemaElement } from "hyparquet-writer";
import type { DraftFile, FeedDraft } from "../feed-draft.ts";

/**
 * A column of a Parquet file. The key of its cells says what they are; a cell that is not known is undefined, and null in the
 * file.
 */
export type ParquetColumn<Row> = {
  /** In English, in the words of OCDS. */
  name: string;
  /** What stands in the column, in Spanish. */
  meaning: string;
} & (
  | { text: (row: Row) => string | undefined }
  /** ISO 8601 with offset; kept as an instant in UTC. */
  | { instant: (row: Row) => string | undefined }
  | { count: (row: Row) => number | undefined }
  /** May be more than a count can be. */
  | { size: (row: Row) => number | undefined }
);

/** A Parquet file while it is written, in groups of rows, so that memory does not grow with it. */
export interface ParquetFile<Row> {
  addRow(row: Row): Promise<void>;
  close(): Promise<void>;
}

type Cell = string | number | bigint | Date | undefined;

const mediaType = "application/vnd.apache.parquet";

/** Enough for columns to be packed well. With five times as many a publish takes 40 MB more, most of it garbage that lives too long. */
const rowsOfGroup = 2_000;

/** @param metadata what the file says of itself, beside what its columns mean. */
export async function openParquetFile<Row>(
  draft: FeedDraft,
  file: { path: string; title: string },
  columns: readonly ParquetColumn<Row>[],
  metadata: Readonly<Record<string, string>>,
): Promise<ParquetFile<Row>> {
  const out = await draft.open(file.path, { title: file.title, mediaType });
  const meanings = Object.fromEntries(columns.map(({ name, meaning }) => [name, meaning]));
  const writer = new ParquetWriter({
    writer: new DraftWriter(out),
    schema: [{ name: "root", num_children: columns.length }, ...columns.map(describeColumn)],
    kvMetadata: Object.entries({ ...metadata, columnas: JSON.stringify(meanings) }).map(
      ([key, value]) => ({ key, value }),
    ),
    createdBy: "compras-abiertas-durango",
  });
  // Cells rather than rows: a row may hold all that is known of a procedure.
  let group = columns.map((): Cell[] => []);
  let rows = 0;
  const flush = async (): Promise<void> => {
    const columnData = columns.map(({ name }, index) => ({ name, data: group[index] ?? [] }));
    group = columns.map(() => []);
    rows = 0;
    await writer.write({ columnData, rowGroupSize: rowsOfGroup });
  };
  return {
    addRow: async (row) => {
      for (const [index, column] of columns.entries()) group[index]?.push(readCell(column, row));
      rows += 1;
      if (rows === rowsOfGroup) await flush();
    },
    close: async () => {
      if (rows > 0) await flush();
      await writer.finish();
      await out.close();
    },
  };
}

/** Hands each group of rows on to a file of the feed. */
class DraftWriter extends ByteWriter {
  readonly file: DraftFile;

  constructor(file: DraftFile) {
    super();
    this.file = file;
  }

  async flush(): Promise<void> {
    const bytes = this.getBytes().slice();
    this.index = 0;
    await this.file.write(bytes);
  }

  override finish(): Promise<void> {
    return this.flush();
  }
}

function describeColumn<Row>(column: ParquetColumn<Row>): SchemaElement {
  const about = { name: column.name, repetition_type: "OPTIONAL" } as const;
  if ("text" in column) {
    return {
      ...about,
      type: "BYTE_ARRAY",
      converted_type: "UTF8",
      logical_type: { type: "STRING" },
    };
  }
  if ("count" in column) return { ...about, type: "INT32" };
  if ("size" in column) return { ...about, type: "INT64" };
  return {
    ...about,
    type: "INT64",
    converted_type: "TIMESTAMP_MILLIS",
    logical_type: { type: "TIMESTAMP", isAdjustedToUTC: true, unit: "MILLIS" },
  };
}

function readCell<Row>(column: ParquetColumn<Row>, row: Row): Cell {
  if ("text" in column) return column.text(row);
  if ("count" in column) return column.count(row);
  if ("size" in column) {
    const size = column.size(row);
    return size === undefined ? undefined : BigInt(size);
  }
  const instant = column.instant(row);
  return instant === undefined ? undefined : new Date(instant);
}
