import { useRef, useState } from "react";
import type { TenderFilter } from "../../../shared/search/filter.ts";
import type { FeedCalendar } from "../../corpus/calendar-conversations.ts";
import type { Conversations } from "../../messages.ts";
import { explainProblem, formatCount, type MessageName, t } from "../../overlay/i18n.ts";
import { useAnswer } from "../../overlay/use-answer.ts";
import { Failure } from "../failure.tsx";

/** Where the feed's calendars are: those of what is chosen in the filter, and that of all. It asks for nothing until it is opened. */
export function CalendarSubscribe({ filter }: { filter: TenderFilter }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="subscribe" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t("subscribe")}</summary>
      {isOpen && <Subscribe buyers={filter.buyers} methods={filter.methods} />}
    </details>
  );
}

function Subscribe(question: Conversations["subscriptions"]["ask"]) {
  const { answer, failure } = useAnswer("subscriptions", question);
  if (failure !== undefined) return <Failure reason={failure} />;
  if (answer === undefined) return <p role="status">{t("loading")}</p>;
  const { calendars, isLocal, problem } = answer;
  if (calendars.length === 0) {
    return (
      <p className="hint">
        {problem ? t("subscribeProblem", explainProblem(problem)) : t("subscribeNoFeed")}
      </p>
    );
  }
  return (
    <>
      <p className="help">{t("subscribeHelp")}</p>
      {isLocal && <p className="notice warn">{t("subscribeLocal")}</p>}
      <ul className="results" aria-label={t("subscribeList")}>
        {calendars.map((calendar) => (
          <li key={calendar.title} className="result">
            <Calendar calendar={calendar} />
          </li>
        ))}
      </ul>
      <HowTo />
    </>
  );
}

function Calendar({ calendar: { title, file } }: { calendar: FeedCalendar }) {
  const [said, setSaid] = useState<MessageName>();
  const address = useRef<HTMLInputElement>(null);
  if (file === undefined) {
    return (
      <>
        <p className="supplier-name">{title}</p>
        <p className="aside">{t("subscribeNoDates")}</p>
      </>
    );
  }
  const copy = (): void => {
    navigator.clipboard.writeText(file.url).then(
      () => setSaid("subscribeCopied"),
      () => {
        address.current?.select();
        setSaid("subscribeNotCopied");
      },
    );
  };
  return (
    <>
      <p className="supplier-name">{title}</p>
      <p className="aside">{t("subscribeDates", formatCount(file.events))}</p>
      <input
        ref={address}
        type="text"
        className="narrow"
        readOnly
        value={file.url}
        aria-label={t("subscribeAddress", title)}
      />
      <p className="actions">
        <button
          type="button"
          className="quiet"
          aria-label={t("subscribeCopyOf", title)}
          onClick={copy}
          onBlur={() => setSaid(undefined)}
        >
          {t("subscribeCopy")}
        </button>
        <span className="said" role="status">
          {said && t(said)}
        </span>
      </p>
    </>
  );
}

const ways: readonly { name: string; way: MessageName }[] = [
  { name: "Google", way: "subscribeGoogle" },
  { name: "iPhone", way: "subscribeIphone" },
  { name: "Outlook", way: "subscribeOutlook" },
];

function HowTo() {
  return (
    <dl className="how-to">
      {ways.map(({ name, way }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{t(way)}</dd>
        </div>
      ))}
    </dl>
  );
}
