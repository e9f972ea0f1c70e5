import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { codelists } from "../../../shared/ocds/codelists.ts";
import { knownExtensions } from "../../../shared/ocds/extensions.ts";
import {
  findExtension,
  isObject,
  officialFolder,
  readOfficialSchema,
  type Schema,
} from "./official-schema.ts";

const locationExtension =
  "https://raw.githubusercontent.com/open-contracting-extensions/ocds_location_extension/master/extension.json";

describe.skipIf(officialFolder === undefined)(
  "the codelists (skipped: name the folder of the standard in OCDS_SCHEMA_DIR)",
  () => {
    const folder = officialFolder ?? "";
    const standard = (name: string) => codesIn(join(folder, `1.1.5/codelists/${name}.csv`));
    const added = (extension: string, name: string) =>
      codesIn(join(findExtension(folder, extension), `codelists/${name}.csv`));
    const extension = (name: string) =>
      knownExtensions.find((address) => address.includes(name)) ?? "";

    it("hold the codes of the standard and of the extensions, and one of our own", () => {
      const expected: Record<string, string[]> = {
        bidStatistics: added(extension("bid_extension"), "bidStatistics"),
        bidStatus: added(extension("bid_extension"), "bidStatus"),
        geometryType: added(locationExtension, "geometryType"),
        locationGazetteers: added(locationExtension, "locationGazetteers"),
        partyRole: [
          ...standard("partyRole"),
          ...added(extension("clarificationMeetings"), "+partyRole"),
        ],
        documentType: [...standard("documentType"), "openingOfProposals"],
      };
      for (const name of Object.keys(codelists)) expected[name] ??= standard(name);
      const sorted = (codes: readonly string[]) => [...codes].sort();
      const ours = Object.entries(codelists).map(([name, { codes }]) => [name, sorted(codes)]);
      expect(Object.fromEntries(ours)).toEqual(
        Object.fromEntries(Object.entries(expected).map(([name, codes]) => [name, sorted(codes)])),
      );
    });

    it("are those that the schema names, open and closed as it says", () => {
      const named = new Map<string, boolean>();
      findCodelists(readOfficialSchema(folder, knownExtensions), named);
      const ours = Object.entries(codelists).map(([name, { isOpen }]) => [`${name}.csv`, isOpen]);
      expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(named));
    });
  },
);

function codesIn(file: string): string[] {
  const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true, bom: true });
  return rows.map(({ Code = "" }) => Code);
}

function findCodelists(schema: unknown, found: Map<string, boolean>): void {
  if (Array.isArray(schema)) for (const part of schema) findCodelists(part, found);
  if (!isObject(schema)) return;
  const { codelist, openCodelist }: Schema = schema;
  if (typeof codelist === "string") found.set(codelist, openCodelist === true);
  for (const part of Object.values(schema)) findCodelists(part, found);
}
