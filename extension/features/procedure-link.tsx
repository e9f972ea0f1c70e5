import { isWithdrawn } from "../../shared/feed/is-withdrawn.ts";
import type { TenderRow } from "../../shared/feed/tender-row.ts";
import { durango } from "../../shared/portal/profiles/durango.ts";
import { t } from "../overlay/i18n.ts";

/** A procedure by its title, leading to its page on the portal, and who buys. One that the portal has no longer is marked. */
export function ProcedureLink({ row }: { row: TenderRow }) {
  return (
    <>
      <a href={pathOf(row)}>{titleOf(row)}</a>
      <p className="buyer">
        {isWithdrawn(row) && <span className="state withdrawn">{t("withdrawn")}</span>}{" "}
        {row.buyerName ?? t("rowWithoutBuyer")}
      </p>
    </>
  );
}

/** Where the portal has a procedure's own page. */
export function pathOf({ id }: TenderRow): string {
  return durango.routes.procedimiento.replace("{id}", id);
}

/** What a procedure is called where it has no title. */
export function titleOf({ title }: TenderRow): string {
  return title ?? t("rowWithoutTitle");
}
