import { describe, expect, it } from "vitest";
import { makeCorpus } from "../../../fixtures/practice-portal/corpus.ts";
import { compareTenders } from "../../../shared/feed/order.ts";
import { emptyFilter } from "../../../shared/search/filter.ts";
import { rowsAt, search, takeBest } from "../../../shared/search/search.ts";
import { buildSearchIndex } from "../../../shared/search/search-index.ts";
import { type GoldenQuery, goldenQueries } from "./golden-queries.ts";
import { subjectOf } from "./golden-subjects.ts";
import { rowOfTruth } from "./row-of-truth.ts";

const nowMs = Date.parse("2026-11-22T12:00:00-06:00");
const { procedures } = makeCorpus({
  seed: 20261122,
  procedures: 4_000,
  suppliers: 0,
  today: "2026-11-22",
});
const subjects = new Map(procedures.map((procedure) => [procedure.id, subjectOf(procedure)]));

const index = buildSearchIndex(procedures.map(rowOfTruth).sort(compareTenders));

/** How well each procedure answers a query, as it was judged. */
function gradesOf({ subjects: grades, where = () => true }: GoldenQuery): Map<string, number> {
  return new Map(
    procedures.filter(where).flatMap(({ id }): [string, number][] => {
      const subject = subjects.get(id);
      const grade = subject && grades[subject];
      return grade === undefined ? [] : [[id, grade]];
    }),
  );
}

const discounted = (grades: readonly number[]) =>
  grades
    .slice(0, 10)
    .reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0);

/** Normalized discounted cumulative gain of the first ten results, and how much of what is a full answer is found at all. */
function score(golden: GoldenQuery): { ndcg: number; recall: number } {
  const grades = gradesOf(golden);
  const found = search(index, { ...emptyFilter, text: golden.text }, nowMs);
  const ids = rowsAt(index, takeBest(index, found, index.rows.length)).map(({ id }) => id);
  const full = [...grades].filter(([, grade]) => grade === 3).map(([id]) => id);
  const shown = new Set(ids);
  return {
    ndcg:
      discounted(ids.map((id) => grades.get(id) ?? 0)) /
      discounted([...grades.values()].sort((a, b) => b - a)),
    recall: full.length === 0 ? 1 : full.filter((id) => shown.has(id)).length / full.length,
  };
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, one) => sum + one, 0) / values.length;

describe("the golden set", () => {
  const scores = goldenQueries.map((golden) => ({ text: golden.text, ...score(golden) }));

  it("has sixty queries at least, each with procedures that answer it", () => {
    expect(goldenQueries.length).toBeGreaterThanOrEqual(60);
    const unanswered = goldenQueries.filter((golden) => gradesOf(golden).size === 0);
    expect(unanswered.map(({ text }) => text)).toEqual([]);
  });

  it("is answered well: nDCG of the first ten results is 0.9 or more over all queries", () => {
    const worst = scores.filter(({ ndcg }) => ndcg < 0.8);
    expect(mean(scores.map(({ ndcg }) => ndcg)), JSON.stringify(worst)).toBeGreaterThanOrEqual(0.9);
  });

  it("is answered whole: nearly every full answer is found", () => {
    const worst = scores.filter(({ recall }) => recall < 0.8);
    expect(mean(scores.map(({ recall }) => recall)), JSON.stringify(worst)).toBeGreaterThanOrEqual(
      0.95,
    );
  });
});
