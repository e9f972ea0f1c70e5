import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TenderRow } from "../../../shared/feed/tender-row.ts";
import { rowsOf } from "../../../shared/search/bitset.ts";
import { emptyFilter, stateOf, type TenderFilter } from "../../../shared/search/filter.ts";
import { splitWords } from "../../../shared/search/fold.ts";
import { readPartidas } from "../../../shared/search/partidas/partida-words.ts";
import { rowsAt, search, takeBest } from "../../../shared/search/search.ts";
import { buildSearchIndex, openSearchIndex } from "../../../shared/search/search-index.ts";
import { searchedAtMs, tenderFilters, tenderRows } from "./arbitrary.ts";

const wordsOf = (row: TenderRow) => splitWords(`${row.title ?? ""} ${row.number ?? ""}`);
const plain = (text: string) => text.replaceAll("ñ", "n");
/** The forms of the few words in these rows, written out. */
const formsOf = (word: string) =>
  [
    ["camion", "camiones"],
    ["desayuno", "desayunos"],
    ["7", "007"],
  ].find((forms) => forms.includes(word)) ?? [word];
const saysPhrase = (text: string, phrase: RegExp) => phrase.test(` ${splitWords(text).join(" ")} `);

const codesOf = ({ partidas, title = "" }: TenderRow) =>
  partidas?.map((code) => code.slice(0, 3)) ?? readPartidas(title).flatMap(({ codes }) => codes);
const liesIn = (row: TenderRow, code: string) => codesOf(row).some((each) => each.startsWith(code));

/** Texts with signs in them, and what they ask of a row. */
const signs: Readonly<Record<string, (row: TenderRow) => boolean>> = {
  "-camion": (row) => !wordsOf(row).includes("camion"),
  "adquisicion -niño": (row) =>
    wordsOf(row).includes("adquisicion") && !wordsOf(row).includes("niño"),
  '"de niño"': ({ title = "" }) => saysPhrase(title, / de niño /),
  '"de n': ({ title = "" }) => saysPhrase(title, / de n/),
  "dependencia:salud de": ({ buyerId }) => buyerId === "a",
  "-dependencia:salud": ({ buyerId }) => buyerId !== "a",
  "numero:LP/E": ({ number = "" }) => number.startsWith("LP/E"),
  "partida:21": (row) => liesIn(row, "21"),
  "-partida:patrullas": (row) => !liesIn(row, "541"),
  "estado:abierta": (row) => stateOf(row, searchedAtMs) === "open",
};

/** Whether a row has the text of a filter, said as plainly as can be, one row at a time. */
function hasText(row: TenderRow, text: string, rows: readonly TenderRow[]): boolean {
  const sign = signs[text];
  if (sign !== undefined) return sign(row);
  const asked = splitWords(text);
  const saying = asked.filter((word) => word !== "de" && word !== "e");
  return (saying.length > 0 ? saying : asked).every((want) => {
    const isMeant = (word: string) =>
      formsOf(plain(want)).includes(plain(word)) ||
      (word !== "de" && word !== "e" && plain(word).startsWith(plain(want)));
    if (rows.some((other) => wordsOf(other).some(isMeant))) return wordsOf(row).some(isMeant);
    return wordsOf(row).some((word) => word.includes(want));
  });
}

function isFound(row: TenderRow, filter: TenderFilter, rows: readonly TenderRow[]): boolean {
  const within = (instant: string | undefined, from?: string, to?: string) => {
    if (from === undefined && to === undefined) return true;
    const day = instant?.slice(0, 10);
    return (
      day !== undefined && (from === undefined || day >= from) && (to === undefined || day <= to)
    );
  };
  return (
    hasText(row, filter.text, rows) &&
    (filter.buyers.length === 0 || filter.buyers.some((buyer) => buyer === row.buyerId)) &&
    (filter.methods.length === 0 || filter.methods.includes(row.method ?? "unknown")) &&
    (filter.partidas.length === 0 || filter.partidas.some((code) => liesIn(row, code))) &&
    (filter.states.length === 0 || filter.states.includes(stateOf(row, searchedAtMs))) &&
    within(row.publishedAt, filter.publishedFrom, filter.publishedTo) &&
    within(row.opensAt, filter.opensFrom, filter.opensTo)
  );
}

/** How many rows each choice has under the rest of the filter, for the choices that any row has. */
function countChoices<Choice>(
  rows: readonly TenderRow[],
  rest: TenderFilter,
  choiceOf: (row: TenderRow) => Choice | undefined,
): [Choice, number][] {
  const counts = new Map<Choice, number>();
  for (const row of rows) {
    const choice = choiceOf(row);
    if (choice !== undefined && isFound(row, rest, rows)) {
      counts.set(choice, (counts.get(choice) ?? 0) + 1);
    }
  }
  return [...counts].sort();
}

const countsOf = <Choice>(counts: Map<Choice, number>) =>
  [...counts].filter(([, count]) => count > 0).sort();

describe("search", () => {
  it("finds what looking at every row finds, with the counts of every choice", () => {
    fc.assert(
      fc.property(tenderRows, tenderFilters, (rows, filter) => {
        const found = search(buildSearchIndex(rows), filter, searchedAtMs);
        const expected = rows.flatMap((row, number) =>
          isFound(row, filter, rows) ? [number] : [],
        );
        const { buyers, methods, states } = found.countChoices();
        expect({
          matches: [...rowsOf(found.matches)],
          count: found.count,
          buyers: countsOf(buyers),
          methods: countsOf(methods),
          states: countsOf(states),
          partidas: [...found.partidas],
        }).toEqual({
          matches: expected,
          count: expected.length,
          buyers: countChoices(rows, { ...filter, buyers: [] }, (row) => row.buyerId),
          methods: countChoices(rows, { ...filter, methods: [] }, (row) => row.method ?? "unknown"),
          states: countChoices(rows, { ...filter, states: [] }, (row) =>
            stateOf(row, searchedAtMs),
          ),
          partidas: filter.partidas.map((code) => {
            const rest = { ...filter, partidas: [code] };
            const within = rows.filter((row) => isFound(row, rest, rows));
            return [
              code,
              { count: within.length, told: within.filter(({ partidas }) => partidas).length },
            ];
          }),
        });
      }),
      { numRuns: 500 },
    );
  });

  it("finds the same a second time, and with tables that a database gave back", () => {
    fc.assert(
      fc.property(tenderRows, tenderFilters, (rows, filter) => {
        const index = buildSearchIndex(rows);
        const find = (of = index) => {
          const { countChoices, ...found } = search(of, filter, searchedAtMs);
          return { ...found, choices: countChoices() };
        };
        const first = find();
        expect(find()).toEqual(first);
        expect(search(index, emptyFilter, searchedAtMs).count).toBe(rows.length);
        const stored = openSearchIndex(rows, structuredClone(index.tables));
        expect(find(stored)).toEqual(first);
      }),
    );
  });

  it("knows what is open at every instant, whichever was asked before", () => {
    const instants = fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 8 });
    fc.assert(
      fc.property(tenderRows, instants, (rows, hours) => {
        const index = buildSearchIndex(rows);
        for (const hour of hours) {
          const nowMs = searchedAtMs + hour * 3_600_000 * 8;
          const { matches } = search(index, { ...emptyFilter, states: ["open"] }, nowMs);
          const open = rows.flatMap((row, number) =>
            stateOf(row, nowMs) === "open" ? [number] : [],
          );
          expect([...rowsOf(matches)]).toEqual(open);
          // All are found, and their counts are kept for the next time.
          expect(search(index, emptyFilter, nowMs).countChoices().states.get("open")).toBe(
            open.length,
          );
        }
      }),
    );
  });
});

const row = (id: string, title: string, fields: Partial<TenderRow> = {}): TenderRow => ({
  id,
  ocid: `ocds-000000-${id}`,
  url: `https://example.org/${id}`,
  title,
  ...fields,
});

function find(rows: readonly TenderRow[], text: string): string[] {
  const index = buildSearchIndex(rows);
  const found = search(index, { ...emptyFilter, text }, searchedAtMs);
  return rowsAt(index, takeBest(index, found, 10)).map(({ id }) => id);
}

describe("a text", () => {
  const rows = [
    row("1", "ADQUISICIÓN DE JUGUETES DÍA DEL NIÑO", {
      number: "LP/E/SEED/007/2025",
      buyerId: "dif",
      buyerName: "Sistema Estatal para el Desarrollo Integral de la Familia",
      method: "open",
      methodText: "Licitación Pública Nacional",
      opensAt: "2026-03-20T10:00:00-06:00",
      statusText: "Publicada",
    }),
    row("2", "DOMO EN JARDIN DE NINOS", { method: "direct", statusText: "Desierta" }),
    row("3", "Material de oficina y consumibles de cómputo"),
    row("4", "UTILES ESCOLARES PARA EDUCACION BASICA"),
    row("5", "Servicio de educación médica continua"),
    row("6", "ADQUISICION DE MEDICAMENTO"),
  ];

  it.each([
    ["niño", ["1", "2"]],
    ["nino", ["2", "1"]],
    ["niños", ["1", "2"]],
    ["NIÑA", ["1", "2"]],
    ["ADQUISICION", ["1", "6"]],
    ["quisi", ["1", "6"]],
    ["domo jardin", ["2"]],
    ["jardines domos", ["2"]],
    ["007/2025", ["1"]],
    ["7/2025", ["1"]],
    ["LP-E-SEED", ["1"]],
    ["desayuno", []],
    ["", ["1", "2", "3", "4", "5", "6"]],
    ["—", ["1", "2", "3", "4", "5", "6"]],
    ["papelería", ["3", "4"]],
    ["material oficina", ["3", "4"]],
    ["papeler", []],
    ["educación", ["5", "4"]],
    ["médicas", ["5"]],
    ["medic", ["5", "6"]],
    ['"material de oficina"', ["3"]],
    ['"oficina material"', []],
    ["medicamento -adquisicion", []],
    ["-adquisicion -niños", ["2", "3", "4", "5"]],
    ["dependencia:familia", ["1"]],
    ["dependencia:DIF", ["1"]],
    ["número:SEED/007", ["1"]],
    ["numero:2025", ["1"]],
    ["título:2025", []],
    ["titulo:niño", ["1"]],
    ["modalidad:licitación", ["1"]],
    ["modalidad:directa", ["2"]],
    ["estado:abierta", ["1"]],
    ["estado:desierta", ["2"]],
    ["de la", []],
  ])("%j finds the rows %j in this order", (text, ids) => {
    expect(find(rows, text)).toEqual(ids);
  });
});

it("knows a word that lost letters where another row spells it whole", () => {
  const rows = [row("1", "JUGUETES D?A DEL NI?O"), row("2", "DÍA DEL NIÑO"), row("3", "COMPA??A?")];
  expect(find(rows, "niño día")).toEqual(["1", "2"]);
  expect(find(rows, '"día del niño"')).toEqual(["1", "2"]);
  expect(find(rows, "compa")).toEqual(["3"]);
});

it("puts what is bought before what it is bought for", () => {
  const rows = [
    row("1", "ARRENDAMIENTO DE VEHICULOS PARA LA SECRETARIA DE SEGURIDAD PUBLICA"),
    row("2", "SERVICIO DE SEGURIDAD PRIVADA"),
    row("3", "ADQUISICION DE BOTAS SECRETARIA DE SEGURIDAD"),
  ];
  expect(find(rows, "seguridad")).toEqual(["2", "1", "3"]);
});

it("searches the first thousand words of a title that has no end", () => {
  const rows = [row("1", `${"ladrillo ".repeat(100_000)}cemento`), row("2", "cemento")];
  expect(find(rows, "ladrillo")).toEqual(["1"]);
  expect(find(rows, "cemento")).toEqual(["2"]);
});

describe("takeBest", () => {
  it("takes the first in order, leaving out what is to be skipped", () => {
    fc.assert(
      fc.property(tenderRows, fc.nat(20), (rows, limit) => {
        const index = buildSearchIndex(rows);
        const found = search(index, emptyFilter, searchedAtMs);
        const skipped = new Set([...rows.keys()].filter((number) => number % 3 === 0));
        const expected = rows.filter((_, number) => !skipped.has(number)).slice(0, limit);
        expect(rowsAt(index, takeBest(index, found, limit, skipped))).toEqual(expected);
      }),
    );
  });

  it("gives every match once, whatever is asked", () => {
    fc.assert(
      fc.property(tenderRows, tenderFilters, (rows, filter) => {
        const index = buildSearchIndex(rows);
        const found = search(index, filter, searchedAtMs);
        const ids = takeBest(index, found, rows.length);
        expect([...ids].sort((a, b) => a - b)).toEqual([...rowsOf(found.matches)]);
      }),
    );
  });
});
