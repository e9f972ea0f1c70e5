import { durango } from "../../shared/portal/profiles/durango.ts";
import { ask, type CorpusStatus } from "../messages.ts";
import { explainProblem, formatCount, formatInstantWords, t } from "../overlay/i18n.ts";
import type { Answered } from "../overlay/use-answer.ts";
import { Failure } from "./failure.tsx";

/** From this age on, data is called old: the feed is meant to be made anew several times a day. */
const oldAfterDays = 2;
const dayMs = 86_400_000;

interface NoticesProps {
  answered: Answered<{ status: CorpusStatus }>;
  isPageUnderstood: boolean;
  /** Set where the data's age stands elsewhere: what is well is not said then. */
  isAgeElsewhere?: true;
}

/** What the user should know about the data and the page: where it comes from, how old it is, what went wrong. */
export function Notices({ answered, isPageUnderstood, isAgeElsewhere }: NoticesProps) {
  const { answer, failure } = answered;
  if (failure !== undefined) return <Failure reason={failure} />;
  return (
    <div className="notices">
      {!isPageUnderstood && <PageChanged readAt={answer?.status.readAt} />}
      <div role="status">
        {answer === undefined || answer.status.isLoading ? (
          <p className="notice">{t("loading")}</p>
        ) : (
          <DataState status={answer.status} isAgeElsewhere={isAgeElsewhere ?? false} />
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

function DataState({ status, isAgeElsewhere }: { status: CorpusStatus; isAgeElsewhere: boolean }) {
  const { readAt, problem, seenTenders } = status;
  if (readAt === undefined) {
    return (
      <div className="notice warn">
        <p>{t("noFeed", formatCount(seenTenders))}</p>
        {problem && <p>{explainProblem(problem)}</p>}
        <FeedActions />
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
      <FeedActions />
    </div>
  );
}

function FeedActions() {
  return (
    <p className="actions">
      <button type="button" className="quiet" onClick={() => void ask("refresh", {})}>
        {t("retry")}
      </button>
      <button type="button" className="quiet" onClick={() => void ask("openOptions", {})}>
        {t("configure")}
      </button>
    </p>
  );
}
