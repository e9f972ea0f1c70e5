import { mergeReleases } from "../../../../shared/ocds/merge/merge-releases.ts";
import { buildMergeRules } from "../../../../shared/ocds/merge/rules.ts";

/** Rules of a small schema: some fields left out when merged, one list replaced whole. */
export const rules = buildMergeRules({
  omit: ["id", "date", "secret", "a/secret"],
  whole: ["whole"],
});

/** Releases of one process, a day apart, that hold what is given. */
export const days = (...contents: object[]) =>
  contents.map((content, i) => ({
    ocid: "o",
    id: `r${i + 1}`,
    date: `2026-01-0${i + 1}`,
    tag: ["tender"],
    ...content,
  }));

/** What is compiled of them, without what every compiled release has. */
export function merged(...contents: object[]): unknown {
  const { tag, id, date, ocid, ...rest } = mergeReleases(days(...contents), { rules });
  return rest;
}
