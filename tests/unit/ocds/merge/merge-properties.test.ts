import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isJsonObject, type JsonObject } from "../../../../shared/ocds/merge/json.ts";
import { mergeReleases } from "../../../../shared/ocds/merge/merge-releases.ts";
import { versionReleases } from "../../../../shared/ocds/merge/version-releases.ts";
import { releasesOfOneProcess, rules } from "./arbitrary.ts";

const byDate = (releases: readonly JsonObject[]) =>
  [...releases].sort((a, b) => String(a.date).localeCompare(String(b.date)));

function freeze(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  Object.freeze(value);
  for (const part of Object.values(value)) freeze(part);
}

/** Without objects that hold nothing but such objects: a list or an object whose fields are all null leaves one behind. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty).filter((item) => item !== undefined);
  if (!isJsonObject(value)) return value;
  const fields = Object.entries(value)
    .map(([key, field]) => [key, withoutEmpty(field)] as const)
    .filter(([, field]) => field !== undefined && !(Array.isArray(field) && field.length === 0));
  return fields.length === 0 ? undefined : Object.fromEntries(fields);
}

/** What a versioned release last says: a history becomes its last value, and goes where that is null. */
function latestOf(node: JsonObject): JsonObject {
  const latest: JsonObject = {};
  for (const [key, field] of Object.entries(node)) {
    if (isJsonObject(field)) latest[key] = latestOf(field);
    else if (!Array.isArray(field)) latest[key] = field;
    else if (isJsonObject(field[0]) && "releaseID" in field[0]) {
      const { value } = field.at(-1);
      if (value !== null) latest[key] = value;
    } else latest[key] = field.map(latestOf);
  }
  return latest;
}

describe("merging", () => {
  it("gives the same bytes for the same releases", () => {
    fc.assert(
      fc.property(releasesOfOneProcess, (releases) => {
        const copy = structuredClone(releases);
        for (const merge of [mergeReleases, versionReleases]) {
          expect(JSON.stringify(merge(copy, { rules }))).toBe(
            JSON.stringify(merge(releases, { rules })),
          );
        }
      }),
    );
  });

  it("gives the same for releases that are already in order", () => {
    fc.assert(
      fc.property(releasesOfOneProcess, (releases) => {
        for (const merge of [mergeReleases, versionReleases]) {
          expect(merge(byDate(releases), { rules })).toEqual(merge(releases, { rules }));
        }
      }),
    );
  });

  it("leaves the releases as they are", () => {
    fc.assert(
      fc.property(releasesOfOneProcess, (releases) => {
        freeze(releases);
        expect(() => mergeReleases(releases, { rules })).not.toThrow();
        expect(() => versionReleases(releases, { rules })).not.toThrow();
      }),
    );
  });

  it("of what was compiled of the first releases and the rest gives what merging all gives, but for empty objects", () => {
    fc.assert(
      fc.property(releasesOfOneProcess, fc.nat(), (releases, n) => {
        const ordered = byDate(releases);
        const count = 1 + (n % ordered.length);
        const first = mergeReleases(ordered.slice(0, count), { rules });
        const all = mergeReleases(ordered, { rules });
        const stepwise = mergeReleases([first, ...ordered.slice(count)], { rules });
        expect(withoutEmpty(stepwise)).toEqual(withoutEmpty(all));
      }),
    );
  });

  it("compiles the latest values of the versioned release", () => {
    fc.assert(
      fc.property(releasesOfOneProcess, (releases) => {
        const { id, date, tag, ...compiled } = mergeReleases(releases, { rules });
        expect(latestOf(versionReleases(releases, { rules }))).toEqual(compiled);
      }),
    );
  });

  it("records in a versioned release no value twice in a row, and in the order of the dates", () => {
    const check = (node: unknown): void => {
      if (Array.isArray(node) && isJsonObject(node[0]) && "releaseID" in node[0]) {
        const values = node.map(({ value }) => JSON.stringify(value));
        expect(values.filter((value, i) => i > 0 && value === values[i - 1])).toEqual([]);
        expect(byDate(node.map(({ releaseDate: date }) => ({ date })))).toEqual(
          node.map(({ releaseDate: date }) => ({ date })),
        );
      } else if (typeof node === "object" && node !== null) Object.values(node).forEach(check);
    };
    fc.assert(
      fc.property(releasesOfOneProcess, (releases) => {
        check(versionReleases(releases, { rules }));
      }),
    );
  });
});
