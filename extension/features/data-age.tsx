import { durango } from "../../shared/portal/profiles/durango.ts";
import { formatInstantWords, t } from "../overlay/i18n.ts";
import { useAnswer } from "../overlay/use-answer.ts";

/** From when the data is, always in sight whatever the tab. Before there is any, the notices say so. */
export function DataAge() {
  const readAt = useAnswer("status", {}).answer?.readAt;
  return (
    <p className="data-at">{readAt && t("dataAt", formatInstantWords(readAt, durango.timeZone))}</p>
  );
}
