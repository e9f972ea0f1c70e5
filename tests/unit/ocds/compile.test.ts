import { describe, expect, it } from "vitest";
import { makeRelease } from "../../../shared/mapping/make-release.ts";
import { mapContent } from "../../../shared/mapping/release.ts";
import { compileReleases } from "../../../shared/ocds/compile.ts";
import { CompiledRelease } from "../../../shared/ocds/schema.ts";
import { bareRecord, ocidPrefix, wholeRecord } from "../mapping/make-record.ts";

const first = makeRelease(mapContent(wholeRecord, ocidPrefix), "2026-03-02T12:00:00-06:00");
const second = makeRelease(
  mapContent({ ...wholeRecord, descripcion: "OTRA" }, ocidPrefix),
  "2026-03-05T12:00:00-06:00",
  mapContent(wholeRecord, ocidPrefix),
);

describe("compileReleases", () => {
  it("gives the state after the latest release, in whatever order they come", () => {
    const expected = {
      ...second,
      id: "ocds-000000-1234-2026-03-05T12:00:00-06:00",
      tag: ["compiled"],
    };
    expect(compileReleases([first, second])).toEqual(expected);
    expect(compileReleases([second, first])).toEqual(expected);
    expect(CompiledRelease.parse(expected)).toEqual(expected);
  });

  it("changes none of the releases", () => {
    const before = structuredClone([first, second]);
    compileReleases([first, second]);
    expect([first, second]).toEqual(before);
  });

  it("refuses releases of none or of several processes", () => {
    const other = makeRelease(mapContent(bareRecord, ocidPrefix), "2026-03-02T12:00:00-06:00");
    expect(() => compileReleases([])).toThrow("no release given");
    expect(() => compileReleases([first, other])).toThrow("more than one process");
  });
});
