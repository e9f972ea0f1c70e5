import { describe, expect, it } from "vitest";
import { readHtml } from "../../../scraper/crawl/read-page.ts";
import { RegistryRow } from "../../../shared/feed/supplier-row.ts";
import { makeRelease } from "../../../shared/mapping/make-release.ts";
import { mapContent } from "../../../shared/mapping/release.ts";
import { mapSupplierRow } from "../../../shared/mapping/supplier-row.ts";
import { Release } from "../../../shared/ocds/schema.ts";
import { PageChangedError } from "../../../shared/portal/errors.ts";
import type { PageText } from "../../../shared/portal/page.ts";
import type { PageDefinition } from "../../../shared/portal/pages/definition.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { readList, readProcedure, readSuppliers } from "../../../shared/portal/read-record.ts";
import type { Procedimiento, Proveedor } from "../../../shared/portal/records.ts";
import { sampleId } from "../../../shared/portal/sample.ts";
import { ocidPrefix } from "../mapping/make-record.ts";
import { pageCases } from "../portal/page-cases.ts";
import { compileOfficialSchema, officialFolder } from "./official-schema.ts";

const read = readSavedPages();
const releases = read.procedimientos.map((record) =>
  makeRelease(mapContent(record, ocidPrefix), "2026-03-02T12:00:00-06:00"),
);

describe("what the saved pages give", () => {
  it("is a release by our own schema, each of them", () => {
    expect(releases.length).toBeGreaterThan(100);
    for (const release of releases) expect(Release.parse(release)).toEqual(release);
  });

  it.skipIf(officialFolder === undefined)(
    "is a release by the official schema, each of them (skipped: name its folder in OCDS_SCHEMA_DIR)",
    () => {
      const validate = compileOfficialSchema(officialFolder ?? "");
      const faults = releases.filter((release) => !validate(release));
      expect(faults).toEqual([]);
    },
  );

  it("is a supplier as they may be published, each of them, and no person's RFC in any", () => {
    const rows = read.proveedores.map(mapSupplierRow);
    for (const row of rows) expect(RegistryRow.parse(row)).toEqual(row);
    expect(JSON.stringify(rows)).not.toContain("ZZZZ800101");
  });
});

/** Every record that can be read of the saved pages. */
function readSavedPages(): { procedimientos: Procedimiento[]; proveedores: Proveedor[] } {
  const procedimientos: Procedimiento[] = [];
  const proveedores: Proveedor[] = [];
  for (const { definition, html, charset } of pageCases()) {
    try {
      const page = readHtml(html, charset, definition, durango);
      procedimientos.push(...proceduresOf(page, definition));
      if (definition.id === "padron") proveedores.push(...readSuppliers(page, durango, "padron"));
    } catch (error) {
      // Some saved pages show what must be refused.
      if (!(error instanceof PageChangedError)) throw error;
    }
  }
  return { procedimientos, proveedores };
}

function proceduresOf(page: PageText, definition: PageDefinition): Procedimiento[] {
  if (definition.id === "listado") return readList(page, durango, "listado").procedimientos;
  if (definition.id === "padron") return [];
  return [readProcedure(page, durango, sampleId, "https://example.org/1234")];
}
