import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeRelease } from "../../../shared/mapping/make-release.ts";
import { mapContent } from "../../../shared/mapping/release.ts";
import { compileReleases } from "../../../shared/ocds/compile.ts";
import type { Procedimiento } from "../../../shared/portal/records.ts";
import { procedimientos } from "../mapping/arbitrary.ts";
import { bareRecord, ocidPrefix, wholeRecord } from "../mapping/make-record.ts";
import { compileOfficialSchema, officialFolder } from "./official-schema.ts";

const date = "2026-03-02T12:00:00-06:00";
const releaseOf = (record: Procedimiento) => makeRelease(mapContent(record, ocidPrefix), date);

describe.skipIf(officialFolder === undefined)(
  "the official release schema (skipped: name its folder in OCDS_SCHEMA_DIR)",
  () => {
    const validate =
      officialFolder === undefined ? undefined : compileOfficialSchema(officialFolder);
    const faultsOf = (release: unknown) =>
      validate?.(release)
        ? []
        : validate?.errors?.map((error) => `${error.instancePath} ${error.message}`);

    it.each([
      ["of which the portal says everything", wholeRecord],
      ["of which it says nothing", bareRecord],
    ])("accepts a procedure %s, as a release and compiled", (_what, record) => {
      const release = releaseOf(record);
      expect([faultsOf(release), faultsOf(compileReleases([release]))]).toEqual([[], []]);
    });

    it("accepts whatever is mapped, whatever is missing", () => {
      fc.assert(
        fc.property(procedimientos, (record) => {
          expect(faultsOf(releaseOf(record))).toEqual([]);
        }),
      );
    });

    it("would notice: it refuses an unknown field, an unknown code, an empty list and a text for a date", () => {
      const { tender, ...release } = releaseOf(wholeRecord);
      const changed = [
        { ...release, tender: { ...tender, color: "azul" } },
        { ...release, tender: { ...tender, status: "abierta" } },
        { ...release, tender, tag: [] },
        { ...release, tender: { ...tender, bidOpening: { date: "mañana" } } },
        { ...release, tender: { ...tender, bidOpening: { fecha: date } } },
      ];
      expect(changed.map((value) => faultsOf(value)?.length === 0)).toEqual(
        changed.map(() => false),
      );
    });
  },
);
