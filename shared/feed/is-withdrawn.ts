import type { TenderRow } from "./tender-row.ts";

/** The portal has the procedure no longer. */
export function isWithdrawn({
  withdrawnAt,
  status,
}: Pick<TenderRow, "withdrawnAt" | "status">): boolean {
  return withdrawnAt !== undefined || status === "withdrawn";
}
