import fc from "fast-check";
import type { TenderRow } from "../../../shared/feed/tender-row.ts";
import { methodChoices, type TenderFilter, tenderStates } from "../../../shared/search/filter.ts";
import { dropUndefined } from "../../../shared/values/present.ts";

const day = fc.constantFrom("2026-02-28", "2026-03-01", "2026-03-02", "2026-03-18", "2026-03-19");
const instant = fc
  .tuple(
    day,
    fc.constantFrom("00:00:00", "11:30:00", "23:59:59"),
    fc.constantFrom("-06:00", "-05:00"),
  )
  .map(([date, time, offset]) => `${date}T${time}${offset}`);
const word = fc.constantFrom(
  "ADQUISICIÓN",
  "DE",
  "NIÑO",
  "NINO",
  "camión",
  "2026",
  "LP/E/007",
  "Ánimas",
  "desayuno",
  "patrullas",
  "PAPELERIA",
);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

const buyerNames = new Map([
  ["a", "Secretaría de Salud"],
  ["b", "Obras Públicas"],
  ["c", "Cultura"],
]);

/** The instant at which the rows are searched: some openings lie before it, one on it, some after. */
export const searchedAtMs = Date.parse("2026-03-18T11:30:00-06:00");

/** Rows of few words, units and days, so that filters meet many of them. */
export const tenderRows: fc.Arbitrary<TenderRow[]> = fc
  .array(
    fc.record({
      title: maybe(fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "))),
      number: maybe(fc.constantFrom("LP/E/SEED/007/2025", "EA-910002998-N11-2025")),
      buyerId: maybe(fc.constantFrom("a", "b", "c")),
      method: maybe(fc.constantFrom("open", "selective", "direct")),
      publishedAt: maybe(instant),
      opensAt: maybe(instant),
      withdrawnAt: maybe(fc.constant("2026-03-10T06:00:00-06:00")),
      partidas: maybe(fc.constantFrom<string[][]>(["2111"], ["21601", "5411"])),
    }),
    { maxLength: 70 },
  )
  .map((rows) =>
    rows.map((row, index) =>
      dropUndefined<TenderRow>({
        id: String(index),
        ocid: `ocds-000000-${index}`,
        url: `https://example.org/${index}`,
        ...row,
        buyerName: buyerNames.get(row.buyerId ?? ""),
      }),
    ),
  );

/** Filters over the same words, units and days, and a unit that no row has. */
export const tenderFilters: fc.Arbitrary<TenderFilter> = fc
  .record({
    text: fc.constantFrom(
      "",
      " ",
      "de",
      "niño",
      "nino",
      "ÑO",
      "camion",
      "adq niñ",
      "007/2025",
      "ea 9100",
      "-",
      "animas zz",
      "camiones",
      "-camion",
      "adquisicion -niño",
      '"de niño"',
      '"de n',
      "dependencia:salud de",
      "-dependencia:salud",
      "numero:LP/E",
      "estado:abierta",
      "partida:21",
      "-partida:patrullas",
    ),
    buyers: fc.uniqueArray(fc.constantFrom("a", "b", "c", "nadie"), { maxLength: 3 }),
    methods: fc.subarray([...methodChoices]),
    states: fc.subarray([...tenderStates]),
    partidas: fc.subarray(["2", "21", "216", "541", "9"]),
    publishedFrom: maybe(day),
    publishedTo: maybe(day),
    opensFrom: maybe(day),
    opensTo: maybe(day),
  })
  .map((fields) => dropUndefined<TenderFilter>(fields));
