import type { Verdict } from "../../../shared/monitor/contrast.ts";
import type { ContrastField } from "../../../shared/monitor/contrast-fields.ts";
import type { RowChange } from "../../../shared/monitor/row-changes.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import type { PageContrast, ToldContrast } from "../../corpus/contrast-page.ts";
import { formatInstantWords, type MessageName, t } from "../../overlay/i18n.ts";
import { Explained } from "../../overlay/term.tsx";
import { fieldNames, spell } from "../what-changed.tsx";

const verdictNames: Readonly<Record<Verdict, MessageName>> = {
  same: "verdictSame",
  differs: "verdictDiffers",
  newer: "verdictNewer",
  absent: "verdictAbsent",
  unread: "verdictUnread",
};

/** The day and hour to which the data belong. */
export const dataDate = ({ readAt }: PageContrast): string =>
  formatInstantWords(readAt, durango.timeZone);

/** The verdict on one procedure, what differs, and on what it rests. */
export function ContrastOf({ told, page }: { told: ToldContrast; page: PageContrast }) {
  const { verdict, differences, compared, unread } = told;
  const date = dataDate(page);
  return (
    <>
      <p className="facts">
        <span className={`state verdict-${verdict}`}>{t(verdictNames[verdict])}</span>
      </p>
      {differences.length > 0 && (
        <ul className="changes">
          {differences.map((change) => (
            <li key={"field" in change ? change.field : change.kind}>
              <Difference change={change} date={date} />
            </li>
          ))}
        </ul>
      )}
      <p className="aside">{explain(told)}</p>
      {compared.length > differences.length && (
        <p className="aside">{t("contrastSameIn", nameFields(sameFields(told)))}</p>
      )}
      {unread.length > 0 && <p className="aside">{t("contrastUnread", nameFields(unread))}</p>}
    </>
  );
}

function Difference({ change, date }: { change: RowChange; date: string }) {
  if (!("field" in change)) return <>{t("contrastReturned", date)}</>;
  const [feed, page] = [spell(change, "before"), spell(change, "after")];
  return (
    <>
      <strong>
        <Explained name={fieldNames[change.field]} />
      </strong>
      <p className="now">{page === undefined ? t("pageSaysNot") : t("pageSays", page)}</p>
      <p>{feed === undefined ? t("feedSaysNot", date) : t("feedSays", date, feed)}</p>
    </>
  );
}

function explain({ verdict, differences }: ToldContrast): string {
  if (verdict !== "newer") return t(explanations[verdict]);
  return t(differences.length === 0 ? "newerPublished" : "newerForward");
}

const explanations: Readonly<Record<Exclude<Verdict, "newer">, MessageName>> = {
  same: "sameMeaning",
  differs: "differsMeaning",
  absent: "absentMeaning",
  unread: "unreadMeaning",
};

function sameFields({ compared, differences }: ToldContrast): ContrastField[] {
  const differing = new Set<string>(
    differences.flatMap((change) => ("field" in change ? change.field : [])),
  );
  return compared.filter((field) => !differing.has(field));
}

function nameFields(fields: readonly ContrastField[]): string {
  return fields.map((field) => t(fieldNames[field])).join(", ");
}
