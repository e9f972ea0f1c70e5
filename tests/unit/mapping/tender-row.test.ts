import fc from "fast-check";
import { expect, it } from "vitest";
import { TenderRow } from "../../../shared/feed/tender-row.ts";
import { makeRelease } from "../../../shared/mapping/make-release.ts";
import { mapContent } from "../../../shared/mapping/release.ts";
import { mapTenderRow } from "../../../shared/mapping/tender-row.ts";
import { compileReleases } from "../../../shared/ocds/compile.ts";
import type { Procedimiento } from "../../../shared/portal/records.ts";
import { procedimientos } from "./arbitrary.ts";
import { bareRecord, ocidPrefix, wholeRecord } from "./make-record.ts";

const rowOf = (record: Procedimiento) =>
  mapTenderRow(
    compileReleases([makeRelease(mapContent(record, ocidPrefix), "2026-03-02T12:00:00-06:00")]),
    record,
  );

it("holds what people search and read in a list", () => {
  expect(rowOf(wholeRecord)).toEqual({
    id: "1234",
    ocid: "ocds-000000-1234",
    url: wholeRecord.url,
    number: "LP/E/SEED/007/2025",
    title: "ADQUISICIÓN DE UNIFORMES ESCOLARES",
    buyerId: "MX-DUR-UC-014",
    buyerName: "SECRETARÍA DE EDUCACIÓN",
    method: "open",
    methodText: "Licitación Pública Nacional",
    category: "goods",
    publishedAt: "2026-03-02T09:00:00-06:00",
    clarificationAt: "2026-03-10T10:00:00-06:00",
    opensAt: "2026-03-18T11:30:00-06:00",
    awardAt: "2026-03-25T13:00:00-06:00",
    status: "active",
    statusText: "Publicada",
  });
});

it("has the partidas that a report tells, and no other classification", () => {
  const items = [
    { id: 1, classification: { scheme: "MX-COG", id: "21101" } },
    { id: 2, classification: { scheme: "CPV", id: "301" } },
    { id: 3 },
  ];
  const { partidas } = mapTenderRow({ ocid: "x", tender: { id: "1", items } }, wholeRecord);
  expect(partidas).toEqual(["21101"]);
});

it("leaves out what the portal leaves out: the portal's id stands in for no number", () => {
  expect(rowOf(bareRecord)).toEqual({ id: "77", ocid: "ocds-000000-77", url: bareRecord.url });
});

it("is a row by its schema, whatever the record", () => {
  fc.assert(fc.property(procedimientos, (record) => TenderRow.safeParse(rowOf(record)).success));
});
