import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TenderRow } from "../../../shared/feed/tender-row.ts";
import { describeChange } from "../../../shared/mapping/describe-change.ts";
import { listRowChanges, type RowChange } from "../../../shared/monitor/row-changes.ts";
import { tenderRow } from "./arbitrary.ts";

const row: TenderRow = {
  id: "7",
  ocid: "ocds-000000-7",
  url: "https://example.org/7",
  title: "ADQUISICIÓN DE TÓNER",
  opensAt: "2026-03-18T11:30:00-06:00",
  status: "active",
  statusText: "Vigente",
};

describe("what changed between two rows", () => {
  it("is told field by field, before and after, the weightiest first", () => {
    const { statusText: _, ...after } = row;
    const changes = listRowChanges(row, {
      ...after,
      title: "ADQUISICIÓN DE TÓNER Y PAPEL",
      opensAt: "2026-03-20T11:30:00-06:00",
      awardAt: "2026-03-25T00:00:00-06:00",
    });
    expect(changes).toEqual<RowChange[]>([
      { kind: "changed", field: "status", label: "Estado", before: "Vigente", after: "En curso" },
      {
        kind: "moved",
        field: "opening",
        label: "Apertura",
        before: "2026-03-18T11:30:00-06:00",
        after: "2026-03-20T11:30:00-06:00",
      },
      { kind: "announced", field: "award", label: "Fallo", after: "2026-03-25T00:00:00-06:00" },
      {
        kind: "changed",
        field: "title",
        label: "Descripción",
        before: "ADQUISICIÓN DE TÓNER",
        after: "ADQUISICIÓN DE TÓNER Y PAPEL",
      },
    ]);
    expect(changes.map(describeChange)).toEqual([
      "El estado cambió de «Vigente» a «En curso».",
      "La apertura pasó del 18 al 20 de marzo de 2026, 11:30 h.",
      "Se anunció el fallo: 25 de marzo de 2026.",
      "La descripción cambió de «ADQUISICIÓN DE TÓNER» a «ADQUISICIÓN DE TÓNER Y PAPEL».",
    ]);
  });

  it("says of a procedure that the portal took away that it is gone, and once more when it is back", () => {
    const { statusText: _, ...plain } = row;
    const gone: TenderRow = {
      ...plain,
      status: "withdrawn",
      withdrawnAt: "2026-03-19T06:00:00-06:00",
    };
    expect(listRowChanges(plain, gone)).toEqual([{ kind: "withdrawn", label: "Procedimiento" }]);
    expect(listRowChanges(gone, row)).toEqual([
      { kind: "returned", label: "Procedimiento", after: "Vigente" },
      { kind: "changed", field: "status", label: "Estado", after: "Vigente" },
    ]);
  });

  it("is one thing where there is nothing before: the procedure is new", () => {
    expect(listRowChanges(undefined, row)).toEqual([{ kind: "added", label: "Procedimiento" }]);
  });

  it("is nothing between a row and itself, and the same number of things back as forth", () => {
    fc.assert(
      fc.property(tenderRow, tenderRow, (before, after) => {
        expect(listRowChanges(before, before)).toEqual([]);
        const forth = listRowChanges(before, after);
        expect(listRowChanges(after, before)).toHaveLength(forth.length);
      }),
    );
  });

  it("names every date that differs with both of its values, and no other", () => {
    const keys = {
      opening: "opensAt",
      clarification: "clarificationAt",
      award: "awardAt",
      publication: "publishedAt",
    } as const;
    fc.assert(
      fc.property(tenderRow, tenderRow, (before, after) => {
        const told = new Map(
          listRowChanges(before, after).flatMap((change) =>
            "field" in change ? [[change.field as string, change]] : [],
          ),
        );
        for (const [field, key] of Object.entries(keys)) {
          const change = told.get(field);
          const was = change && "before" in change ? change.before : undefined;
          const is = change && "after" in change ? change.after : undefined;
          if (before[key] === after[key]) expect(change).toBeUndefined();
          else expect([was, is]).toEqual([before[key], after[key]]);
        }
      }),
    );
  });
});
