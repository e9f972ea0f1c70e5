import { describe, expect, it } from "vitest";
import { emptyFilter } from "../../../shared/search/filter.ts";
import { splitWords } from "../../../shared/search/fold.ts";
import { search } from "../../../shared/search/search.ts";
import { buildSearchIndex } from "../../../shared/search/search-index.ts";
import { SynonymList, standardList } from "../../../shared/search/synonym-list.ts";
import { makeSynonymTable, phraseKey } from "../../../shared/search/synonyms.ts";
import { readUserSynonyms } from "../../../shared/search/user-synonyms.ts";
import { searchedAtMs } from "./arbitrary.ts";

const titles = ["PAPELERÍA", "MATERIAL DE OFICINA", "CINTA DE AISLAR", "CINTAS", "TÓNER", "HOJAS"];
const index = buildSearchIndex(
  titles.map((title, id) => ({
    id: String(id),
    ocid: `ocds-000000-${id}`,
    url: `https://example.org/${id}`,
    title,
  })),
);
const countWith = (text: string, written: string) =>
  search(index, { ...emptyFilter, text }, searchedAtMs, {
    synonyms: makeSynonymTable(standardList, readUserSynonyms(written)),
  }).count;

describe("the list that comes with the program", () => {
  it("is a list as it should be, of sixty groups at least, no id twice", () => {
    expect(SynonymList.parse(standardList)).toEqual(standardList);
    const ids = standardList.groups.map(({ id }) => id);
    expect(ids.length).toBeGreaterThanOrEqual(60);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("says nothing twice in a group", () => {
    const doubled = standardList.groups.filter(({ words }) => {
      const keys = words.map((word) => phraseKey(splitWords(word)));
      return new Set(keys).size < keys.length || keys.includes("");
    });
    expect(doubled).toEqual([]);
  });
});

describe("what a user adds", () => {
  it.each([
    ["", "papelería", 2],
    ["papelería, hojas", "papelería", 3],
    ["papelería, hojas", "hojas", 2],
    ["-papelería", "papelería", 1],
    ["- material de oficina", "papelería", 1],
    ["cinta de aislar; tóner", "tóner", 2],
    ["cinta de aislar; tóner", "cinta aislar", 2],
    ["papelería, hojas\nhojas, cinta", "hojas", 4],
  ])("with %j, %j finds %i", (written, text, count) => {
    expect(countWith(text, written)).toBe(count);
  });

  it("is read line by line, and what cannot be used is said", () => {
    const long = "x".repeat(101);
    expect(readUserSynonyms(`# mis palabras\n\na, b , a\nsola\n-c\n-\n${long}, d\n,;.`)).toEqual({
      groups: [["a", "b"]],
      withoutWords: ["c"],
      problems: [
        { line: 4, kind: "oneWord" },
        { line: 6, kind: "oneWord" },
        { line: 7, kind: "tooLong" },
        { line: 8, kind: "oneWord" },
      ],
    });
  });

  it("is bounded", () => {
    const { groups, problems } = readUserSynonyms("a, b\n".repeat(10_000));
    expect([groups.length, problems]).toEqual([500, [{ line: 501, kind: "tooMany" }]]);
  });
});
