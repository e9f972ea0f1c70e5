import { useState } from "react";
import type { Verdict } from "../../shared/monitor/contrast.ts";
import type { ContrastField } from "../../shared/monitor/contrast-fields.ts";
import type { RowChange } from "../../shared/monitor/row-changes.ts";
import { durango } from "../../shared/portal/profiles/durango.ts";
import type { PageContrast, ToldContrast } from "../corpus/contrast-page.ts";
import { formatCount, formatInstantWords, type MessageName, t } from "../overlay/i18n.ts";
import { Explained } from "../overlay/term.tsx";
import { fieldNames, spell } from "./what-changed.tsx";

const verdictNames: Readonly<Record<Verdict, MessageName>> = {
  same: "verdictSame",
  differs: "verdictDiffers",
  newer: "verdictNewer",
  absent: "verdictAbsent",
  unread: "verdictUnread",
};

/** How many rows of a list have each verdict, but for those that say the same. */
const rowCounts = {
  differs: "rowsDiffer",
  newer: "rowsNewer",
  absent: "rowsAbsent",
  unread: "rowsUnread",
} as const satisfies Partial<Record<Verdict, MessageName>>;

const listedAtOnce = 50;

/** The day and hour to which the data belong. */
const dataDate = ({ readAt }: PageContrast): string => formatInstantWords(readAt, durango.timeZone);

/** On a list: how many of its rows say what the data say, and which do not. */
export function ContrastLine({ contrast }: { contrast: PageContrast }) {
  const [isOpen, setOpen] = useState(false);
  const { counts, told } = contrast;
  const all = counts.same + told.length;
  const same = t("rowsSame", formatCount(counts.same), formatCount(all), dataDate(contrast));
  if (told.length === 0) return <p className="aside">{same}</p>;
  const others = Object.entries(rowCounts).flatMap(([verdict, name]) => {
    // The table has no keys but verdicts.
    const count = counts[verdict as Verdict];
    return count > 0 ? t(name, formatCount(count)) : [];
  });
  return (
    <details className="page-news" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{[same, ...others].join("; ")}</summary>
      {isOpen && (
        <>
          <PageAge contrast={contrast} />
          <ul className="results" aria-label={t("contrastTitle")}>
            {told.slice(0, listedAtOnce).map((each) => (
              <li key={each.id} className="result">
                <a href={durango.routes.procedimiento.replace("{id}", each.id)}>
                  {each.title ?? t("rowWithoutTitle")}
                </a>
                <ContrastOf told={each} page={contrast} />
              </li>
            ))}
          </ul>
          {told.length > listedAtOnce && (
            <p className="aside">{t("detailMore", formatCount(told.length - listedAtOnce))}</p>
          )}
        </>
      )}
    </details>
  );
}

/** On a procedure's own page: whether it says what the data say, and on what that rests. */
export function ContrastCard({ contrast }: { contrast: PageContrast }) {
  const [told] = contrast.told;
  if (told === undefined) return null;
  if (told.verdict === "same") {
    return (
      <details className="page-news">
        <summary>{t("pageSame", dataDate(contrast))}</summary>
        <ContrastOf told={told} page={contrast} />
        <PageAge contrast={contrast} />
      </details>
    );
  }
  return (
    <section aria-labelledby="contrast-title" className="mine">
      <h3 id="contrast-title" className="section-title">
        {t("contrastTitle")}
      </h3>
      <ContrastOf told={told} page={contrast} />
      <PageAge contrast={contrast} />
    </section>
  );
}

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

/** When the page came, and from when the data are. */
function PageAge({ contrast }: { contrast: PageContrast }) {
  const { receivedAt } = contrast;
  return (
    <p className="aside">
      {receivedAt === undefined
        ? t("contrastAge", dataDate(contrast))
        : t("contrastAges", formatInstantWords(receivedAt, durango.timeZone), dataDate(contrast))}
    </p>
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
