import { useRef, useState } from "react";
import { durango } from "../../shared/portal/profiles/durango.ts";
import type { Unread } from "../../shared/portal/unread.ts";
import { ask, type CorpusStatus } from "../messages.ts";
import { explainProblem, formatCount, formatInstantWords, t } from "../overlay/i18n.ts";
import type { PageRead } from "../overlay/page-read.ts";
import type { Answered } from "../overlay/use-answer.ts";
import { useFocusKept } from "../overlay/use-focus-kept.ts";
import { Failure } from "./failure.tsx";

/** From this age on, data is called old: the feed is meant to be made anew several times a day. */
const oldAfterDays = 2;
const dayMs = 86_400_000;

interface NoticesProps {
  answered: Answered<{ status: CorpusStatus }>;
  /** Undefined where there is no page of the portal, or nothing is known of it yet. */
  read?: PageRead | undefined;
  /** Set where the data's age stands elsewhere: what is well is not said then. */
  isAgeElsewhere?: true;
}

/** What the user should know about the data and the page: where it comes from, how old it is, what went wrong. */
export function Notices({ answered, read, isAgeElsewhere }: NoticesProps) {
  const { answer, failure } = answered;
  const state = useRef<HTMLDivElement>(null);
  const [isAsked, setAsked] = useState(false);
  // With what was wrong the button to ask anew goes.
  useFocusKept(state, () => state.current);
  const refresh = (): void => {
    setAsked(true);
    void ask("refresh", {});
  };
  if (failure !== undefined) return <Failure reason={failure} />;
  return (
    <div className="notices">
      {read?.isUnderstood === false && <PageChanged readAt={answer?.status.readAt} />}
      {read?.isUnderstood && <PartlyRead unread={read.reading.unread} />}
      <div ref={state} role="status" tabIndex={-1}>
        {answer === undefined || answer.status.isLoading ? (
          <p className="notice">{t("loading")}</p>
        ) : (
          // Whoever asked for the data anew is told of what age it is now.
          <DataState
            status={answer.status}
            isAgeElsewhere={isAgeElsewhere === true && !isAsked}
            refresh={refresh}
          />
        )}
      </div>
    </div>
  );
}

function PageChanged({ readAt }: { readAt: string | undefined }) {
  return (
    <p className="notice bad" role="alert">
      {t("portalChanged")}{" "}
      {readAt && t("portalChangedData", formatInstantWords(readAt, durango.timeZone))}
    </p>
  );
}

/** What of a page could not be read: of that, nothing is shown. */
function PartlyRead({ unread: { fields, rows } }: { unread: Unread }) {
  if (fields.length === 0 && rows === 0) return null;
  return (
    <div className="notice warn" role="status">
      <p>{t("partlyRead")}</p>
      <ul className="unread">
        {fields.map(({ label, count, example, exampleOf }) => (
          <li key={label}>{t("unreadField", label, formatCount(count), exampleOf, example)}</li>
        ))}
        {rows > 0 && <li>{t("unreadRows", formatCount(rows))}</li>}
      </ul>
    </div>
  );
}

interface DataStateProps {
  status: CorpusStatus;
  isAgeElsewhere: boolean;
  refresh: () => void;
}

function DataState({ status, isAgeElsewhere, refresh }: DataStateProps) {
  const { readAt, problem, seenTenders } = status;
  if (readAt === undefined) {
    return (
      <div className="notice warn">
        <p>{t("noFeed", formatCount(seenTenders))}</p>
        {problem && <p>{explainProblem(problem)}</p>}
        <FeedActions refresh={refresh} />
      </div>
    );
  }
  const days = Math.floor((Date.now() - Date.parse(readAt)) / dayMs);
  const when = formatInstantWords(readAt, durango.timeZone);
  const isOld = days >= oldAfterDays;
  if (!isOld && problem === undefined) {
    return isAgeElsewhere ? null : <p className="data-at">{t("dataAt", when)}</p>;
  }
  return (
    <div className="notice warn">
      <p>{isOld ? t("oldFeed", days, when) : t("dataAt", when)}</p>
      {problem && <p>{t("notRefreshed", explainProblem(problem))}</p>}
      <FeedActions refresh={refresh} />
    </div>
  );
}

function FeedActions({ refresh }: { refresh: () => void }) {
  return (
    <p className="actions">
      <button type="button" className="quiet" onClick={refresh}>
        {t("retry")}
      </button>
      <button type="button" className="quiet" onClick={() => void ask("openOptions", {})}>
        {t("configure")}
      </button>
    </p>
  );
}
