import { durango } from "../../../shared/portal/profiles/durango.ts";
import type { Conversations } from "../../messages.ts";
import { formatCount, formatDayWords, formatMonth, t } from "../../overlay/i18n.ts";

interface MonthsOfYearProps {
  published: Conversations["buyerOverview"]["answer"]["published"];
  /** Of which some may have no date. */
  procedures: number;
}

/** How many procedures were published in each month of the year, all years together, and over which days that is. */
export function MonthsOfYear({ published, procedures }: MonthsOfYearProps) {
  const { count, byMonth, firstOn, lastOn } = published;
  if (firstOn === undefined || lastOn === undefined) {
    return <p className="hint">{t("overviewNoMonths")}</p>;
  }
  const highest = Math.max(...byMonth);
  const day = (on: string) => formatDayWords(`${on}T12:00:00Z`, durango.timeZone);
  return (
    <>
      <p className="aside">
        {t(
          "overviewPublished",
          formatCount(count),
          formatCount(procedures),
          day(firstOn),
          day(lastOn),
        )}
      </p>
      <ol aria-label={t("overviewMonths")} className="months">
        {[...byMonth.entries()].map(([month, published]) => (
          <li key={month}>
            <span>{formatMonth(month)}</span>
            <span className="n">{formatCount(published)}</span>
            <span
              aria-hidden="true"
              className="bar"
              style={{ inlineSize: `${(published / highest) * 100}%` }}
            />
          </li>
        ))}
      </ol>
    </>
  );
}
