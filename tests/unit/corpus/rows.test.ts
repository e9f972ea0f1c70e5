import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MergedRows } from "../../../extension/corpus/merged-rows.ts";
import { PackedRows, packRows } from "../../../extension/corpus/packed-rows.ts";
import { compareTenders } from "../../../shared/feed/order.ts";
import type { TenderRow } from "../../../shared/feed/tender-row.ts";
import { tenderRows } from "../search/arbitrary.ts";

const pack = (rows: readonly TenderRow[]) => new PackedRows(structuredClone(packRows(rows)));
const plain = (id: string, fields: Partial<TenderRow> = {}): TenderRow => ({
  id,
  ocid: `ocds-000000-${id}`,
  url: `https://example.org/${id}`,
  ...fields,
});

describe("packed rows", () => {
  it("are the rows that were packed", () => {
    fc.assert(
      fc.property(tenderRows, (rows) => {
        const packed = pack(rows);
        expect([...packed]).toEqual(rows);
        expect(packed.ids).toEqual(rows.map(({ id }) => id));
        expect(packed.at(rows.length)).toBeUndefined();
      }),
    );
  });

  it("keep every letter, and need one byte for each", () => {
    const rows = [
      plain("1", { title: "“Ñandú” – café\u2028\n\u0000 😀\ud800" }),
      plain("constructor", { title: "__proto__", number: "0" }),
      plain("2", { url: "https://example.org/elsewhere", ocid: "2" }),
      plain("3", { title: "0", number: "0" }),
      plain("4", {
        changedDates: [{ event: "fallo", sequence: 2, lastAt: "2026-03-01T00:00:00-06:00" }],
      }),
    ];
    const [chunk] = packRows(rows);
    expect([...pack(rows)]).toEqual(rows);
    expect(chunk?.lines).toMatch(/^[\0-\xff]*$/);
  });

  it("are found by their numbers where there are more than one value holds", () => {
    const rows = Array.from({ length: 20_001 }, (_, number) => plain(String(number)));
    const packed = pack(rows);
    expect(packRows(rows).length).toBe(3);
    for (const number of [0, 9_999, 10_000, 19_999, 20_000]) {
      expect(packed.at(number)).toEqual(rows[number]);
    }
    expect([packed.at(-1), packed.at(20_001)]).toEqual([undefined, undefined]);
  });
});

describe("merged rows", () => {
  it("stand where sorting all of them would put them", () => {
    fc.assert(
      fc.property(tenderRows, fc.nat(), (rows, seed) => {
        const isAdded = ({ id }: TenderRow) => (Number(id) * 7 + seed) % 5 < 2;
        const base = rows.filter((row) => !isAdded(row)).sort(compareTenders);
        const merged = new MergedRows(pack(base), rows.filter(isAdded));
        const sorted = rows.toSorted(compareTenders);
        expect([...merged]).toEqual(sorted);
        expect(merged.ids).toEqual(sorted.map(({ id }) => id));
        expect(merged.at(rows.length)).toBeUndefined();
      }),
    );
  });
});
