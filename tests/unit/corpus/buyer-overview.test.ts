import { expect, it } from "vitest";
import { describeBuyer } from "../../../extension/corpus/buyer-overview.ts";
import type { TenderRow } from "../../../shared/feed/tender-row.ts";
import { buildSearchIndex } from "../../../shared/search/search-index.ts";

const today = "2026-11-28";

const row = (id: string, fields: Partial<TenderRow> = {}): TenderRow => ({
  id,
  ocid: `ocds-000000-${id}`,
  url: `https://example.org/${id}`,
  buyerId: "SEED",
  ...fields,
});

const rows = [
  row("1", {
    title: "ADQUISICION DE UTILES ESCOLARES PARA PRIMARIA 2026",
    category: "goods",
    method: "open",
    publishedAt: "2026-11-20T09:00:00-06:00",
    clarificationAt: "2026-11-27T23:30:00-06:00",
    opensAt: "2026-11-28T00:00:00-06:00",
    awardAt: "2026-12-05T11:00:00-06:00",
  }),
  row("2", {
    title: "Útiles y uniformes escolares",
    category: "goods",
    method: "selective",
    publishedAt: "2026-10-31T23:30:00-06:00",
    opensAt: "2026-12-01T10:00:00-06:00",
    status: "cancelled",
  }),
  row("3", {
    title: "SERVICIO DE LIMPIEZA",
    category: "services",
    method: "direct",
    publishedAt: "2025-11-03T00:00:00-06:00",
    awardAt: "2026-11-30T12:00:00-06:00",
  }),
  row("4", {
    title: "Impresión de boletas",
    withdrawnAt: "2026-11-01T00:00:00Z",
    opensAt: "2026-12-09T10:00:00-06:00",
  }),
  row("5", { title: "Útiles de otra dependencia", buyerId: "SSD" }),
  row("6", { title: "Vendas", buyerId: "SSD" }),
];
const { buyerId: _, ...unbought } = row("7", { title: "Sin dependencia" });
const index = buildSearchIndex([...rows, unbought]);

it("describes a buyer by all its procedures: what is to come, what it buys, in which months", () => {
  const { upcoming, ...rest } = describeBuyer(index, "SEED", today);
  // What is cancelled or gone is no date to keep, and a day that is today is still to come.
  expect(upcoming.map(({ event, at, row: { id } }) => [id, event, at])).toEqual([
    ["1", "apertura", "2026-11-28T00:00:00-06:00"],
    ["3", "fallo", "2026-11-30T12:00:00-06:00"],
    ["1", "fallo", "2026-12-05T11:00:00-06:00"],
  ]);
  expect(rest).toEqual({
    procedures: 4,
    upcomingCount: 3,
    categories: [{ category: "goods", count: 2 }, { category: "services", count: 1 }, { count: 1 }],
    methods: [
      { method: "open", count: 1 },
      { method: "selective", count: 1 },
      { method: "direct", count: 1 },
      { method: "unknown", count: 1 },
    ],
    words: [
      { word: "útiles", count: 2 },
      { word: "escolares", count: 2 },
    ],
    published: {
      count: 3,
      byMonth: [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 0],
      firstOn: "2025-11-03",
      lastOn: "2026-11-20",
    },
  });
});

it("says nothing of a buyer that is not known, nor takes those without a buyer for one", () => {
  for (const id of ["none", ""]) {
    expect(describeBuyer(index, id, today)).toEqual({
      procedures: 0,
      upcoming: [],
      upcomingCount: 0,
      categories: [],
      methods: [],
      words: [],
      published: { count: 0, byMonth: Array(12).fill(0) },
    });
  }
});

it("tells six dates of a buyer that has more, and counts all", () => {
  const many = Array.from({ length: 12 }, (_, at) =>
    row(String(at), { title: "Útiles", opensAt: `2026-12-${30 - at}T10:00:00-06:00` }),
  );
  const { upcoming, upcomingCount } = describeBuyer(buildSearchIndex(many), "SEED", today);
  expect([upcoming.length, upcomingCount, upcoming[0]?.at]).toEqual([
    6,
    12,
    "2026-12-19T10:00:00-06:00",
  ]);
});
