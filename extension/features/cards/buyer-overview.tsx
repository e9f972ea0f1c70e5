import { useState } from "react";
import type { EventName } from "../../../shared/feed/event-names.ts";
import { businessDaysBetween, daysBetween } from "../../../shared/monitor/business-days.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { dayOf, formatInstant } from "../../../shared/values/dates.ts";
import type { Conversations } from "../../messages.ts";
import { formatCount, formatInstantWords, type MessageName, t } from "../../overlay/i18n.ts";
import { methodNames } from "../../overlay/method-names.ts";
import { useAnswer } from "../../overlay/use-answer.ts";
import { Failure } from "../failure.tsx";
import { pathOf, titleOf } from "../procedure-link.tsx";
import { MonthsOfYear } from "./months-of-year.tsx";

type Overview = Conversations["buyerOverview"]["answer"];

const eventTexts: Readonly<Record<EventName, MessageName>> = {
  "junta-aclaraciones": "fieldClarification",
  apertura: "fieldOpening",
  fallo: "fieldAward",
};

const categoryTexts: Readonly<
  Record<NonNullable<Overview["categories"][number]["category"]>, MessageName>
> = {
  goods: "categoryGoods",
  services: "categoryServices",
  works: "categoryWorks",
};

/** What a buyer has to come, what it buys and when it publishes. It asks for nothing until it is opened. */
export function BuyerOverview({ id }: { id: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className="buyer-overview"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{t("overviewTitle")}</summary>
      {isOpen && <OpenOverview id={id} />}
    </details>
  );
}

function OpenOverview({ id }: { id: string }) {
  const { answer, failure } = useAnswer("buyerOverview", { id });
  if (failure !== undefined) return <Failure reason={failure} />;
  if (answer === undefined) return <p role="status">{t("loading")}</p>;
  const { procedures, upcoming, upcomingCount, published } = answer;
  const today = dayOf(formatInstant(new Date(), durango.timeZone));
  return (
    <>
      <p className="coverage">{t("overviewProcedures", formatCount(procedures))}</p>
      <h4>{t("overviewDates")}</h4>
      {upcoming.length === 0 && <p className="hint">{t("overviewNoDates")}</p>}
      <ol aria-label={t("overviewDates")} className="wins">
        {upcoming.map(({ event, at, row }) => (
          <li key={`${row.id} ${event}`}>
            <p className="facts">
              <strong>{t(eventTexts[event])}</strong>
              <span>{formatInstantWords(at, durango.timeZone)}</span>
              <span>{awayInWords(today, dayOf(at))}</span>
            </p>
            <a href={pathOf(row)}>{titleOf(row)}</a>
          </li>
        ))}
      </ol>
      {upcomingCount > upcoming.length && (
        <p className="aside">{t("detailMore", formatCount(upcomingCount - upcoming.length))}</p>
      )}
      <h4>{t("overviewBuys")}</h4>
      <WhatItBuys overview={answer} />
      <h4>{t("overviewMonths")}</h4>
      <MonthsOfYear published={published} procedures={procedures} />
    </>
  );
}

function WhatItBuys({ overview: { categories, methods, words } }: { overview: Overview }) {
  return (
    <>
      <ul aria-label={t("overviewCategories")} className="facts">
        {categories.map(({ category, count }) => (
          <li key={category ?? ""}>
            {t(
              "overviewCount",
              t(category ? categoryTexts[category] : "categoryUnknown"),
              formatCount(count),
            )}
          </li>
        ))}
      </ul>
      <ul aria-label={t("method")} className="facts">
        {methods.map(({ method, count }) => (
          <li key={method}>{t("overviewCount", t(methodNames[method]), formatCount(count))}</li>
        ))}
      </ul>
      {words.length > 0 && (
        <p className="aside">
          {t(
            "overviewWords",
            words.map(({ word, count }) => `${word} (${formatCount(count)})`).join(", "),
          )}
        </p>
      )}
    </>
  );
}

function awayInWords(today: string, day: string): string {
  const days = daysBetween(today, day);
  if (days === 0) return t("awayToday");
  if (days === 1) return t("awayTomorrow");
  const businessDays = businessDaysBetween(today, day);
  if (businessDays === undefined || businessDays === 0) return t("awayDays", formatCount(days));
  return businessDays === 1
    ? t("awayOneBusinessDay")
    : t("awayBusinessDays", formatCount(businessDays));
}
