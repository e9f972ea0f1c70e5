import { describe, expect, it } from "vitest";
import { makeCorpus } from "../../../fixtures/practice-portal/corpus.ts";
import { splitWords } from "../../../shared/search/fold.ts";
import { PartidaList, standardPartidas } from "../../../shared/search/partidas/partida-list.ts";
import {
  findPartidas,
  readWordParts,
  standardPartidaWords,
} from "../../../shared/search/partidas/partida-words.ts";
import { phraseKey } from "../../../shared/search/synonyms.ts";
import { readSequences } from "../../../shared/search/word-tables.ts";
import { type JudgedThings, judgedTitles, subjectPartidas } from "./golden-partidas.ts";
import { subjectOf } from "./golden-subjects.ts";

/** The codes that the words of each title say. */
function deduce(titles: readonly string[]): string[][] {
  const rows = titles.map((title, id) => ({ id: String(id), ocid: "-", url: "-", title }));
  const { words, sequence, sequenceStart } = readSequences(rows);
  const parts = readWordParts(standardPartidaWords, words);
  return rows.map((_, row) => {
    const codes = new Set<string>();
    const bounds = [sequenceStart[row] ?? 0, sequenceStart[row + 1] ?? 0] as const;
    findPartidas(standardPartidaWords, parts, sequence, bounds, (found) => {
      for (const code of found.codes) codes.add(code);
    });
    return [...codes].sort();
  });
}

/** How much of what is said is right, and how much of what is bought is said. */
function judge(titles: readonly string[], judged: readonly JudgedThings[]) {
  const counts = { said: 0, right: 0, things: 0, met: 0 };
  for (const [place, codes] of deduce(titles).entries()) {
    const things = judged[place] ?? [];
    const wrong = codes.filter((code) => !things.some((thing) => thing.includes(code)));
    const missed = things.filter((thing) => !thing.some((code) => codes.includes(code)));
    counts.said += codes.length;
    counts.right += codes.length - wrong.length;
    counts.things += things.length;
    counts.met += things.length - missed.length;
  }
  return {
    precision: counts.right / counts.said,
    recall: counts.met / counts.things,
  };
}

describe("the list of partidas", () => {
  it("is a list as it should be, every code once and below its concept and chapter", () => {
    expect(PartidaList.parse(standardPartidas)).toEqual(standardPartidas);
    const codes = standardPartidas.partidas.map(({ code }) => code);
    expect(codes).toEqual([...new Set(codes)].sort());
    expect(codes.filter((code) => code.length > 1 && !codes.includes(code.slice(0, -1)))).toEqual(
      [],
    );
  });

  it("says each phrase to one group, of codes that it has", () => {
    const codes = new Set(standardPartidas.partidas.map(({ code }) => code));
    const groups = standardPartidas.groups;
    expect(groups.flatMap((group) => group.codes.filter((code) => !codes.has(code)))).toEqual([]);
    const keys = groups
      .filter(({ helpOnly }) => !helpOnly)
      .flatMap(({ words }) => words.map((word) => phraseKey(splitWords(word))));
    expect(keys.filter((key, place) => key === "" || keys.indexOf(key) !== place)).toEqual([]);
  });
});

describe("what the words of a title say", () => {
  it("is right and enough for the made procedures, with all the dirt of theirs", () => {
    const { procedures } = makeCorpus({
      seed: 20261122,
      procedures: 3_000,
      suppliers: 0,
      today: "2026-11-22",
    });
    const { precision, recall } = judge(
      procedures.map(({ descripcion }) => descripcion),
      procedures.map((procedure) => subjectPartidas[subjectOf(procedure)]),
    );
    expect(precision).toBeGreaterThanOrEqual(0.99);
    expect(recall).toBeGreaterThanOrEqual(0.9);
  });

  it("is right for titles that others write, rather than much", () => {
    const { precision, recall } = judge(
      judgedTitles.map(([title]) => title),
      judgedTitles.map(([, things]) => things),
    );
    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.9);
  });

  it("is nothing where they say too little, or nothing is bought", () => {
    const vague = judgedTitles.flatMap(([title, things]) => (things.length === 0 ? [title] : []));
    expect(vague.length).toBeGreaterThan(10);
    const said = deduce([...vague, "ENAJENACION DE VEHICULOS", "JUGUETES", "", "DURANGO, DGO."]);
    expect(said.filter((codes) => codes.length > 0)).toEqual([]);
  });
});
