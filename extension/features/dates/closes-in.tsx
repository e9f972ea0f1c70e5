import type { TenderRow } from "../../../shared/feed/tender-row.ts";
import { type Countdown, countDown } from "../../../shared/monitor/countdown.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { formatCount, t } from "../../overlay/i18n.ts";

/** When a call that is open closes, in words; nothing where it is not open or has no date. */
export function ClosesIn({ row }: { row: TenderRow }) {
  const countdown = countDown(row, Date.now(), durango.timeZone);
  if (countdown === undefined) return null;
  return <span className="closes-in">{inWords(countdown)}</span>;
}

function inWords({ days, businessDays, hour }: Countdown): string {
  if (days === 0) return hour === undefined ? t("closesToday") : t("closesTodayAt", hour);
  if (days === 1) return hour === undefined ? t("closesTomorrow") : t("closesTomorrowAt", hour);
  if (businessDays === 0) return t("closesNoBusinessDay", formatCount(days));
  if (businessDays === 1) return t("closesOneBusinessDay");
  return t("closesBusinessDays", formatCount(businessDays));
}
