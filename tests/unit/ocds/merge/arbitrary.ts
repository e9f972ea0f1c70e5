import fc from "fast-check";
import type { JsonObject } from "../../../../shared/ocds/merge/json.ts";
import { buildMergeRules } from "../../../../shared/ocds/merge/rules.ts";

/** Rules for the releases that are made here. */
export const rules = buildMergeRules({
  omit: ["id", "date", "tag", "tender/secret"],
  whole: ["tender/tags", "awards/tags"],
});

const word = fc.constantFrom("a", "b", "c");
const text = fc.option(fc.oneof(word, fc.integer({ min: 0, max: 2 }), fc.boolean()));
const strings = fc.array(word, { maxLength: 2 });
const tags = fc.array(fc.record({ k: word }), { maxLength: 2 });

/** A list whose objects are told apart by `id`, some without one. */
const listOf = (part: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonObject[]> =>
  fc.uniqueArray(
    fc
      .tuple(part, fc.constantFrom(1, 2, "1", "k", undefined))
      .map(([fields, id]) => (id === undefined ? fields : { ...fields, id })),
    { maxLength: 3, selector: ({ id }) => id ?? Symbol("no id") },
  );

const leaf = fc.record({ x: text, y: text, words: strings }, { requiredKeys: [] });
const part = fc.record(
  { x: text, y: text, tags, secret: text, value: leaf, items: listOf(leaf) },
  { requiredKeys: [] },
);

/** One to five releases of one process, in any order, each field of one kind throughout; null stands only for literals. */
export const releasesOfOneProcess: fc.Arbitrary<JsonObject[]> = fc.array(
  fc
    .record({
      id: word,
      date: fc.constantFrom("2026-01-01", "2026-01-02", "2026-01-03"),
      tag: fc.constantFrom(["tender"], ["award"]),
      content: fc.record({ title: text, tender: part, awards: listOf(part) }, { requiredKeys: [] }),
    })
    .map(({ content, ...release }) => ({ ocid: "o", ...release, ...content })),
  { minLength: 1, maxLength: 5 },
);
