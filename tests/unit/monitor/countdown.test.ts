import { expect, it } from "vitest";
import type { TenderRow } from "../../../shared/feed/tender-row.ts";
import { countDown } from "../../../shared/monitor/countdown.ts";

const zone = "America/Monterrey";
const row: TenderRow = {
  id: "1",
  ocid: "ocds-1",
  url: "https://portal.example/1",
  opensAt: "2026-03-18T10:00:00-06:00",
};
const at = (instant: string, changes: Partial<TenderRow> = {}) =>
  countDown({ ...row, ...changes }, Date.parse(instant), zone);

it("counts from the portal's day, not from that of UTC", () => {
  expect(at("2026-03-13T23:30:00-06:00")).toEqual({ days: 5, businessDays: 2, hour: "10:00" });
});

it("is today until the very hour, and nothing after it", () => {
  expect(at("2026-03-18T09:59:00-06:00")).toEqual({ days: 0, businessDays: 0, hour: "10:00" });
  expect(at("2026-03-18T10:01:00-06:00")).toBeUndefined();
});

it("tells no hour that the portal does not give", () => {
  const opensAt = "2026-03-18T00:00:00-06:00";
  expect(at("2026-03-18T20:00:00-06:00", { opensAt })).toEqual({ days: 0, businessDays: 0 });
});

it("counts for no procedure that is over, gone or without the date", () => {
  const now = "2026-03-13T12:00:00-06:00";
  expect(at(now, { status: "cancelled" })).toBeUndefined();
  expect(at(now, { withdrawnAt: "2026-03-12T12:00:00-06:00" })).toBeUndefined();
  expect(at(now, { opensAt: undefined })).toBeUndefined();
});
