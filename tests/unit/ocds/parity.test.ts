import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type * as z from "zod";
import { knownExtensions } from "../../../shared/ocds/extensions.ts";
import { CompiledRelease, Release } from "../../../shared/ocds/schema.ts";
import { laxInstants, mutate, mutations, type Path, pathsIn, valueAt } from "./mutations.ts";
import { compileOfficialSchema, officialFolder, readOfficialSchema } from "./official-schema.ts";
import { makeWholeRelease } from "./whole-release.ts";

type Rules = Record<string, (release: unknown, paths: readonly Path[]) => boolean>;

/**
 * Where the model is stricter than the schema of the standard, and nowhere else. Fields that no schema defines are not here: the
 * schema that the tests use refuses them as well.
 */
const stricter: Rules = {
  "an empty text, list or object": (release, paths) =>
    paths.some((path) => !isOpaque(path) && isEmpty(valueAt(release, path))),
  "an instant that RFC 3339 writes otherwise, or a leap second": (release, paths) =>
    paths.some((path) => laxInstants.some((instant) => instant === valueAt(release, path))),
};

const stricterReleases: Rules = {
  ...stricter,
  "the tag of compiled releases": (release) =>
    [valueAt(release, ["tag"])].flat().includes("compiled"),
};

const stricterCompiled: Rules = {
  ...stricter,
  "a null": (release, paths) => paths.some((path) => valueAt(release, path) === null),
  "another tag than that of compiled releases": (release) =>
    JSON.stringify(valueAt(release, ["tag"])) !== '["compiled"]',
};

describe.skipIf(officialFolder === undefined)(
  "the model and the official schema (skipped: name the schema's folder in OCDS_SCHEMA_DIR)",
  () => {
    const folder = officialFolder ?? "";
    const isMissing = officialFolder === undefined;
    const whole = isMissing ? {} : makeWholeRelease(readOfficialSchema(folder, knownExtensions));
    const validate = isMissing ? undefined : compileOfficialSchema(folder, knownExtensions);

    it.each<[string, z.ZodType, Rules, readonly string[]]>([
      ["release", Release, stricterReleases, ["tender", "award"]],
      ["compiled release", CompiledRelease, stricterCompiled, ["compiled"]],
    ])(
      "agree on a %s of which one thing or two were changed, but for the named places",
      (_what, model, rules, tag) => {
        const { ocid, id, date, initiationType, ...sections } = whole;
        const head = { ocid, id, date, initiationType, tag };
        const seen = new Set<string>();
        const verdicts = fc.property(
          fc.constantFrom("ocid", "date", "initiationType", "tag", "tag", ...Object.keys(sections)),
          fc.array(fc.tuple(fc.nat(), mutations), { minLength: 1, maxLength: 2 }),
          (section, changes) => {
            const release = structuredClone({ ...head, [section]: { ...whole, tag }[section] });
            for (const [place, mutation] of changes) {
              const paths = pathsIn(release).filter(([top]) => top === section);
              const path = paths[place % Math.max(paths.length, 1)];
              if (path) mutate(release, path, mutation);
            }
            const isOfficial = validate?.(release) === true;
            const paths = pathsIn(release);
            const reasons = Object.keys(rules).filter((rule) => rules[rule]?.(release, paths));
            const isOurs = model.safeParse(release).success;
            const verdict = isOfficial ? reasons.join(" and ") || "both accept" : "both refuse";
            seen.add(verdict);
            expect(isOurs).toBe(verdict === "both accept");
          },
        );
        fc.assert(verdicts, { numRuns: 2500 });
        expect([...seen]).toEqual(
          expect.arrayContaining(["both accept", "both refuse", ...Object.keys(rules)]),
        );
      },
    );
  },
);

function isEmpty(value: unknown): boolean {
  if (value === "") return true;
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

/** Within these, the standard leaves open what may stand. */
function isOpaque(path: Path): boolean {
  const [top, , field, ...rest] = path;
  return (
    (top === "parties" && field === "details" && rest.length > 0) ||
    path.includes("former_value") ||
    path.slice(0, -1).includes("coordinates")
  );
}
