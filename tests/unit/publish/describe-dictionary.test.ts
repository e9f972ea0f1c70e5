import { readFileSync } from "node:fs";
import path from "node:path";
import { parquetMetadata } from "hyparquet";
import Database from "libsql";
import readSheets from "read-excel-file/node";
import { beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import type { PublishedPath } from "../../../scraper/publish/describe/published-path.ts";
import { matchPath, publishedPaths } from "../../../scraper/publish/describe/published-paths.ts";
import { dictionary } from "../../../shared/feed/dictionary/dictionary.ts";
import { feedPaths } from "../../../shared/feed/paths.ts";
import { padron } from "../../../shared/portal/pages/padron.ts";
import { procedimiento } from "../../../shared/portal/pages/procedimiento.ts";
import { feedFiles, readFeedLines, readFeedText } from "../scraper/read-feed.ts";
import { makePracticeFeed, type PracticeFeed } from "./practice-feed.ts";

let made: PracticeFeed;
/** `section path` of every field that the feed emits, by the file in which it was seen first. */
const emitted = new Map<string, string>();

const sections = new Map(
  dictionary.map(({ id, entries }) => [id, new Map(entries.map((entry) => [entry.path, entry]))]),
);

beforeAll(async () => {
  made = await makePracticeFeed();
  for (const file of feedFiles(made.feed)) {
    const section = sectionOf(matchPath(file)[0]);
    if (section === undefined) continue;
    for (const value of readValues(file)) walk(value, section, "", file);
  }
}, 60_000);

function sectionOf(row: PublishedPath | undefined): string | undefined {
  return row?.explainedBy && "section" in row.explainedBy ? row.explainedBy.section : undefined;
}

const readValues = (file: string): unknown[] =>
  /\.jsonl(\.gz)?$/.test(file)
    ? readFeedLines(made.feed, file)
    : [JSON.parse(readFeedText(made.feed, file))];

function walk(value: unknown, section: string, above: string, file: string): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, section, above, file);
  } else if (typeof value === "object" && value !== null) {
    const entries = sections.get(section);
    for (const [name, inner] of Object.entries(value)) {
      const step = entries?.has(join(above, "*")) ? "*" : name;
      const path = join(above, step);
      const key = `${section} ${path}`;
      if (!emitted.has(key)) emitted.set(key, file);
      const holds = entries?.get(path)?.holds;
      if (holds === undefined) walk(inner, section, path, file);
      else walk(inner, holds, "", file);
    }
  }
}

const join = (above: string, name: string) => (above === "" ? name : `${above}/${name}`);
const describedKeys = dictionary.flatMap(({ id, entries }) =>
  entries.map((entry) => ({ key: `${id} ${entry.path}`, entry })),
);

describe("the dictionary", () => {
  it("explains every field that the feed publishes", () => {
    const known = new Set(describedKeys.map(({ key }) => key));
    const unexplained = [...emitted].filter(([key]) => !known.has(key));
    expect(
      unexplained.map(([key, file]) => `${key} (in ${file}): add it to shared/feed/dictionary`),
    ).toEqual([]);
    expect(emitted.size).toBeGreaterThan(200);
  });

  it("explains no field that nothing publishes, unless it says why it is rare", () => {
    const stale = describedKeys.filter(({ key, entry }) => !emitted.has(key) && !entry.rare);
    expect(stale.map(({ key }) => key)).toEqual([]);
  });

  it("explains each field once, in a section that some file uses", () => {
    const keys = describedKeys.map(({ key }) => key);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    const used = new Set([
      ...publishedPaths.map(sectionOf),
      ...describedKeys.map(({ entry }) => entry.holds),
    ]);
    expect(dictionary.filter(({ id }) => !used.has(id)).map(({ id }) => id)).toEqual([]);
    const pointed = [...used].filter((id) => id !== undefined && !sections.has(id));
    expect(pointed).toEqual([]);
  });

  it("says of every JSON file who explains its fields: the dictionary or a standard", () => {
    const silent = made.index.files.filter(
      ({ path, mediaType }) => /json/.test(mediaType) && !matchPath(path)[0]?.explainedBy,
    );
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  it("says where every field of the portal's pages goes", () => {
    const named = new Set(describedKeys.flatMap(({ entry }) => entry.from ?? []));
    const fields = [procedimiento, padron].flatMap(({ id, fields: keys }) =>
      Object.keys(keys).map((key) => `${id}.${key}`),
    );
    expect([...named].sort()).toEqual(fields.sort());
  });
});

describe("diccionario.md", () => {
  it("has a row for every entry, with the portal's labels, and links that lead somewhere", () => {
    const text = readFeedText(made.feed, feedPaths.dictionary);
    const rows = describedKeys.filter(
      ({ entry }) => !text.includes(`| \`${entry.path}\` | ${entry.name} | ${entry.meaning}`),
    );
    expect(rows.map(({ key }) => key)).toEqual([]);
    expect(text).toContain(
      "«Apertura de Proposiciones», «Presentación y Apertura de Proposiciones»",
    );
    expect(text).toContain("Padrón: «RFC», «R.F.C.»");
    const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading = ""]) => heading);
    const linked = [...text.matchAll(/\[([^\]]+)\]\(#[^)]+\)/g)].map(([, title = ""]) => title);
    expect(linked.filter((title) => !headings.includes(title))).toEqual([]);
  });

  it("has tables whose rows all have the cells of their heading", () => {
    const lines = readFeedText(made.feed, feedPaths.dictionary).split("\n");
    let width = 0;
    const wrong = lines.filter((line, index) => {
      if (!line.startsWith("|")) return false;
      const cells = line.replaceAll("\\|", "").split("|").length;
      if (!lines[index - 1]?.startsWith("|")) width = cells;
      return cells !== width;
    });
    expect(wrong).toEqual([]);
  });

  it("names every column of the Parquet files", async () => {
    const text = readFeedText(made.feed, feedPaths.dictionary);
    for (const file of [feedPaths.tendersParquet, feedPaths.documentsParquet]) {
      const { buffer } = new Uint8Array(readFileSync(path.join(made.feed, file)));
      const { schema } = parquetMetadata(buffer);
      const missing = schema.slice(1).filter(({ name }) => !text.includes(`| \`${name}\` |`));
      expect([file, missing.map(({ name }) => name)]).toEqual([file, []]);
      expect(schema.length).toBeGreaterThan(5);
    }
  });

  it("names every column of the sheets", async () => {
    const text = readFeedText(made.feed, feedPaths.dictionary);
    const sheets = await readSheets(path.join(made.feed, feedPaths.tendersXlsx));
    for (const { sheet, data } of sheets) {
      if (sheet === "Léeme") continue;
      const heading = data[0] ?? [];
      expect([sheet, heading.filter((name) => !text.includes(`| \`${name}\` |`))]).toEqual([
        sheet,
        [],
      ]);
      expect(text).toContain(`la hoja «${sheet}»`);
    }
    expect(sheets.length).toBeGreaterThan(3);
  });

  it("names every table, column and view of the database", () => {
    const text = readFeedText(made.feed, feedPaths.dictionary);
    const db = new Database(path.join(made.feed, feedPaths.database), { readonly: true });
    const Named = z.array(z.object({ name: z.string(), type: z.string() }));
    const things = Named.parse(
      db.prepare("SELECT name, type FROM pragma_table_list WHERE schema = 'main'").all(),
    ).filter(({ name, type }) => type !== "shadow" && !name.startsWith("sqlite_"));
    const unnamed = things.flatMap(({ name, type }) => {
      if (type === "view") return text.includes(`| \`${name}\` |`) ? [] : [name];
      if (!text.includes(`### Tabla \`${name}\``)) return [name];
      if (type === "virtual") return [];
      const columns = Named.parse(
        db.prepare("SELECT name, type FROM pragma_table_info(?)").all(name),
      );
      return columns
        .map((column) => column.name)
        .filter((column) => !text.includes(`| \`${column}\` |`));
    });
    db.close();
    expect(unnamed).toEqual([]);
    expect(things.length).toBeGreaterThan(15);
  });

  it("names every column of the CSV files", () => {
    const text = readFeedText(made.feed, feedPaths.dictionary);
    for (const file of [feedPaths.tendersCsv, feedPaths.suppliersCsv]) {
      const [heading = ""] = readFeedText(made.feed, file).replace("\uFEFF", "").split("\r\n");
      const missing = heading.split(",").filter((name) => !text.includes(`| \`${name}\` |`));
      expect([file, missing]).toEqual([file, []]);
    }
  });
});
