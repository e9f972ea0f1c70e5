import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { validateFiles } from "../../../../scraper/validate/validate-files.ts";
import { declaredExtensions } from "../../../../shared/ocds/extensions.ts";
import { makeFolder } from "../try-scrape.ts";

export const repository = path.resolve(import.meta.dirname, "../../../..");
export const schemaDir = process.env.OCDS_SCHEMA_DIR ?? path.join(repository, "../shared/ocds");
export const hasSchemas = existsSync(schemaDir);
export const json = JSON.stringify;

export const release = {
  ocid: "ocds-prueba-1",
  id: "1",
  date: "2026-03-18T11:30:00-06:00",
  language: "es",
  initiationType: "tender",
  tag: ["tender"],
  tender: {
    id: "T-1",
    title: "Papel",
    status: "active",
    bidOpening: { date: "2026-04-01T10:00:00-06:00" },
  },
};
export const later = {
  ...release,
  id: "2",
  tender: { id: "T-1", title: null, status: "complete" },
};
export const compiled = { ...release, tag: ["compiled"] };
export const broken = { ...release, tender: { ...release.tender, title: "" } };
export const head = {
  uri: "https://example.org/p.json",
  version: "1.1",
  extensions: declaredExtensions,
  publishedDate: "2026-03-18T11:30:00-06:00",
  publisher: { name: "Prueba" },
};
export const releasePackage = { ...head, releases: [release, later] };
export const record = { ocid: release.ocid, releases: [release, later], compiledRelease: compiled };
export const links = [{ url: "https://example.org/1.json", date: release.date, tag: ["tender"] }];

/** Every kind of document, each without a fault. */
export const sound: [string, string, string | Buffer, number][] = [
  ["a release", "a.json", json(release), 1],
  ["a release that removes a field", "a.json", json(later), 1],
  ["a compiled release", "a.json", json(compiled), 1],
  ["a release package", "a.json", json(releasePackage, null, 2), 1],
  ["a release package of compiled releases", "a.json", json({ ...head, releases: [compiled] }), 1],
  ["a record package", "a.json", json({ ...head, records: [record] }), 1],
  ["a record", "a.json", json(record), 1],
  ["a record with links to its releases", "a.json", json({ ...record, releases: links }), 1],
  ["a list of releases", "a.json", json([release, compiled, later], null, 2), 3],
  ["a list of release packages", "a.json", json([releasePackage]), 1],
  ["JSON Lines", "a.jsonl", `${json(release)}\n\n${json(compiled)}\n`, 2],
  ["JSON Lines of records", "a.jsonl", json(record), 1],
  [
    "JSON Lines with the line ends of Windows",
    "a.jsonl",
    `${json(release)}\r\n${json(later)}\r\n`,
    2,
  ],
  ["JSON Lines by another name", "a.txt", `${json(release)}\n${json(later)}`, 2],
  ["JSON Lines, gzipped", "a.jsonl.gz", gzipSync(`${json(release)}\n${json(later)}`), 2],
  ["JSON, gzipped by no name", "datos", gzipSync(json(release)), 1],
  ["JSON that only its name says to be gzipped", "a.json.gz", json(release), 1],
  ["JSON with a byte order mark", "a.json", `\uFEFF${json(release)}`, 1],
  ["the wrapper of EDCA", "2026", json({ arrayReleasePackage: [releasePackage] }), 1],
];

export async function check(
  name: string,
  content: string | Uint8Array,
  schema?: string,
): Promise<{ documents: number; faults: string[] }> {
  const file = path.join(makeFolder(), name);
  writeFileSync(file, content);
  return checkFiles([file], schema);
}

export async function checkFiles(files: string[], schema?: string) {
  const found = { documents: 0, faults: [] as string[] };
  for await (const { isDocument, faults } of validateFiles(files, { schemaDir: schema })) {
    if (isDocument) found.documents += 1;
    found.faults.push(...faults.map(({ path: at, message }) => `${at}: ${message}`));
  }
  return found;
}
