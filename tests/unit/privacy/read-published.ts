import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { decodeXML } from "entities";
import { unzipSync } from "fflate";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
import Database from "libsql";
import { feedFiles } from "../scraper/read-feed.ts";

/** A text that a feed publishes, and the file that it stands in. */
export interface PublishedText {
  file: string;
  text: string;
}

/** Everything that a feed publishes, as text: what is zipped or in tables is unpacked, and what is escaped is decoded. */
export async function readPublished(feed: string): Promise<PublishedText[]> {
  const texts: PublishedText[] = [];
  for (const file of feedFiles(feed)) {
    const from = path.join(feed, file);
    for (const text of await readTexts(from)) texts.push({ file, text });
  }
  return texts;
}

async function readTexts(file: string): Promise<string[]> {
  if (file.endsWith(".sqlite")) return readDatabase(file);
  if (file.endsWith(".parquet")) return [await readParquet(file)];
  const bytes = readFileSync(file);
  if (file.endsWith(".xlsx")) return Object.values(unzipSync(bytes)).map((part) => decode(part));
  return [decode(file.endsWith(".gz") ? gunzipSync(bytes) : bytes)];
}

/** As it stands, and without the escapes of XML, of JSON, and of the folded lines of a calendar. */
function decode(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes);
  const unfolded = text.replace(/\r?\n[ \t]/g, "");
  const unescaped = unfolded.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return `${text}\n${decodeXML(unescaped)}`;
}

function readDatabase(file: string): string[] {
  const db = new Database(file, { readonly: true });
  try {
    const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").raw().all();
    return tables.map((row) => {
      // A row of one column.
      const [name] = row as [string];
      return JSON.stringify(db.prepare(`SELECT * FROM "${name}"`).raw().all());
    });
  } finally {
    db.close();
  }
}

async function readParquet(file: string): Promise<string> {
  const rows = await parquetReadObjects({ file: await asyncBufferFromFile(file) });
  return JSON.stringify(rows, (_, value: unknown) =>
    typeof value === "bigint" ? value.toString() : value,
  );
}
