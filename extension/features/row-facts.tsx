import { isWithdrawn } from "../../shared/feed/is-withdrawn.ts";
import type { TenderRow } from "../../shared/feed/tender-row.ts";
import { durango } from "../../shared/portal/profiles/durango.ts";
import { stateOf } from "../../shared/search/filter.ts";
import { formatDayWords, formatInstantWords, t } from "../overlay/i18n.ts";
import { stateNames } from "../overlay/state-names.ts";
import { ClosesIn } from "./dates/closes-in.tsx";

/** How a procedure stands, in a line: by its dates, and by what the portal says of it. */
export function RowFacts({ row }: { row: TenderRow }) {
  const { timeZone } = durango;
  const state = stateOf(row, Date.now());
  return (
    <p className="facts">
      {/* What the portal took away is neither open nor closed, whatever its dates say; its link says that it is gone. */}
      {!isWithdrawn(row) && <span className={`state ${state}`}>{t(stateNames[state])}</span>}
      {row.opensAt && <span>{t("rowOpens", formatInstantWords(row.opensAt, timeZone))}</span>}
      <ClosesIn row={row} />
      {row.publishedAt && (
        <span>{t("rowPublished", formatDayWords(row.publishedAt, timeZone))}</span>
      )}
      {row.statusText && <span>{t("rowPortalStatus", row.statusText)}</span>}
      {row.number && <span className="number">{row.number}</span>}
    </p>
  );
}
