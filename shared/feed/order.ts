import type { TenderRow } from "./tender-row.ts";

/** Latest publication first, undated last; at the same instant the higher portal number first. The order of every list of tenders. */
export function compareTenders(a: TenderRow, b: TenderRow): number {
  const left = a.publishedAt ?? "";
  const right = b.publishedAt ?? "";
  if (left !== right) return left < right ? 1 : -1;
  return Number(b.id) - Number(a.id);
}
