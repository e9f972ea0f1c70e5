import { durango } from "../../../shared/portal/profiles/durango.ts";
import type { Conversations } from "../../messages.ts";
import { explainProblem, formatInstantWords, t } from "../../overlay/i18n.ts";

interface DocumentSourcesProps {
  answer: Conversations["documents"]["answer"];
}

/** On what a list of documents rests, and why there is none where there is none. */
export function DocumentSources({ answer }: DocumentSourcesProps) {
  const { documents, feed, pageAt, problem } = answer;
  const inWords = (instant: string): string => formatInstantWords(instant, durango.timeZone);
  const isKnown = feed !== undefined || pageAt !== undefined;
  return (
    <>
      {problem && (
        <p className="notice warn" role="alert">
          {t("docProblem", explainProblem(problem))}
        </p>
      )}
      {documents.length === 0 && <p className="hint">{t(isKnown ? "docNone" : "docUnknown")}</p>}
      {isKnown && (
        <p className="coverage">
          {[
            pageAt && t("docFromPage", inWords(pageAt)),
            feed && t("docFromFeed", inWords(feed.readAt)),
          ]
            .filter(Boolean)
            .join(" ")}
        </p>
      )}
    </>
  );
}
