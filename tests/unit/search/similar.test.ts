import { describe, expect, it } from "vitest";
import { makeCorpus } from "../../../fixtures/practice-portal/corpus.ts";
import { compareTenders } from "../../../shared/feed/order.ts";
import type { TenderRow } from "../../../shared/feed/tender-row.ts";
import { findSimilar } from "../../../shared/search/find-similar.ts";
import { buildSearchIndex } from "../../../shared/search/search-index.ts";
import { goldenTitles, near } from "./golden-similar.ts";
import { type Subject, subjectOf } from "./golden-subjects.ts";
import { rowOfTruth } from "./row-of-truth.ts";

const { procedures } = makeCorpus({
  seed: 20261122,
  procedures: 1_500,
  suppliers: 0,
  today: "2026-11-22",
});
const subjects = new Map(procedures.map((procedure) => [procedure.id, subjectOf(procedure)]));
const typed = goldenTitles.map(({ title, category }, at): TenderRow => {
  const id = String(900_000 + at);
  return {
    id,
    ocid: `ocds-000000-${id}`,
    url: `https://example.org/${id}`,
    title,
    category,
    publishedAt: "2026-11-23T09:00:00-06:00",
  };
});
const rows = [...procedures.map(rowOfTruth), ...typed].sort(compareTenders);
const index = buildSearchIndex(rows);
const numberOf = new Map(rows.map(({ id }, number) => [id, number]));

/** The five likest of a procedure, and how many of them are like it as it was judged. */
function judge(id: string, alike: readonly Subject[]) {
  const found = findSimilar(index, numberOf.get(id) ?? -1, { limit: 5 });
  const shown = found.map(({ row }) => rows.at(row));
  const good = shown.filter((row) => alike.some((one) => one === subjects.get(row?.id ?? "")));
  const titles = shown.map((row) => row?.title);
  return { shown: shown.length, good: good.length, titles, reasons: found[0]?.reasons };
}

/**
 * Of what is shown in the first five places, which part is alike. A place that is left empty does not count; where nothing is alike,
 * nothing is the right answer, and elsewhere it is none.
 */
function precision(judged: readonly { shown: number; good: number; isAnswered: boolean }[]) {
  const each = judged.map(({ shown, good, isAnswered }) =>
    shown > 0 ? good / shown : Number(!isAnswered),
  );
  return each.reduce((sum, one) => sum + one, 0) / each.length;
}

describe("purchases that are alike", () => {
  it("are told for the latest procedure of each subject: precision@5 of 0.95 or more", () => {
    const latest = new Map(procedures.map((procedure) => [subjectOf(procedure), procedure.id]));
    const judged = [...latest].map(([subject, id]) => ({
      subject,
      isAnswered: true,
      ...judge(id, [subject, ...(near[subject] ?? [])]),
    }));
    expect(judged.length).toBeGreaterThan(50);
    const worst = judged.filter(({ shown, good }) => good < shown || shown < 5);
    expect(precision(judged), JSON.stringify(worst, undefined, 1)).toBeGreaterThanOrEqual(0.95);
  });

  it("are told for titles that other buyers type otherwise, and are none where nothing is alike: precision@5 of 0.9 or more", () => {
    const judged = goldenTitles.map(({ title, subjects: alike }, at) => ({
      title,
      isAnswered: alike.length > 0,
      ...judge(typed[at]?.id ?? "", alike),
    }));
    const worst = judged.filter((one) => precision([one]) < 1);
    expect(precision(judged), JSON.stringify(worst, undefined, 1)).toBeGreaterThanOrEqual(0.9);
  });
});
