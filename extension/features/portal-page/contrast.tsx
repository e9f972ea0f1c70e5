import { useState } from "react";
import type { Verdict } from "../../../shared/monitor/contrast.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import type { PageContrast } from "../../corpus/contrast-page.ts";
import { formatCount, formatInstantWords, type MessageName, t } from "../../overlay/i18n.ts";
import { ContrastOf, dataDate } from "./contrast-of.tsx";

/** How many rows of a list have each verdict, but for those that say the same. */
const rowCounts = {
  differs: "rowsDiffer",
  newer: "rowsNewer",
  absent: "rowsAbsent",
  unread: "rowsUnread",
} as const satisfies Partial<Record<Verdict, MessageName>>;

const listedAtOnce = 50;

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
