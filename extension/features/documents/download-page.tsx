import { type ReactNode, useEffect, useState } from "react";
import type { ListedDocument } from "../../corpus/list-documents.ts";
import { oddityNames, problemNames } from "../../downloads/document-words.ts";
import { isAskedFor } from "../../downloads/is-asked-for.ts";
import type { Outcome } from "../../downloads/outcome.ts";
import { ask, type Conversations } from "../../messages.ts";
import { explainFailure } from "../../overlay/explain-failure.ts";
import { formatCount, formatSize, t } from "../../overlay/i18n.ts";
import { titleOf } from "../procedure-link.tsx";
import { DocumentList, nameOf } from "./document-list.tsx";
import { DocumentSources } from "./document-sources.tsx";
import { type Download, useDownload } from "./use-download.ts";

interface DownloadPageProps {
  /** The portal's number. */
  id: string;
  /** Whether the user has asked for the download on another page already. */
  isToStart: boolean;
}

type Answer = Conversations["documents"]["answer"];

/** The documents of a procedure while they are downloaded, with what becomes of each. */
export function DownloadPage({ id, isToStart }: DownloadPageProps) {
  const [answer, setAnswer] = useState<Answer>();
  const [failure, setFailure] = useState<string>();
  const { download, start, cancel } = useDownload(id);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once; the list stays while it is downloaded, whatever becomes known.
  useEffect(() => {
    ask("documents", { id }).then(
      (told) => {
        setAnswer(told);
        if (told.row) document.title = `${t("docPageTitle")}: ${titleOf(told.row)}`;
        if (isToStart && told.documents.some(isAskedFor)) start(told);
      },
      (error: unknown) => setFailure(explainFailure(error)),
    );
  }, []);
  if (failure !== undefined) return <p role="alert">{failure}</p>;
  if (answer === undefined) return <p role="status">{t("loading")}</p>;
  const isRunning = download.state === "running";
  const wanted = answer.documents.filter(isAskedFor);
  return (
    <>
      <h2>{t("docPageTitle")}</h2>
      {answer.row && <p>{titleOf(answer.row)}</p>}
      <p role="status" className="said">
        {wanted.length === 0 ? t("docNothingToTake") : describe(download, wanted)}
      </p>
      {wanted.length > 0 && (
        <p className="actions">
          {/* One button, which keeps the focus whatever it says. */}
          <button
            type="button"
            className={isRunning ? "quiet" : "quiet primary"}
            onClick={() => (isRunning ? cancel() : start(answer))}
          >
            {isRunning ? t("docCancel") : t(download.state === "idle" ? "docTakeAll" : "docAgain")}
          </button>
        </p>
      )}
      {isRunning && <p className="hint">{t("docKeepOpen")}</p>}
      <DocumentList
        documents={answer.documents}
        say={(document) => <Fate document={document} download={download} />}
      />
      <DocumentSources answer={answer} />
    </>
  );
}

/** How the download stands, in a sentence. */
function describe(download: Download, wanted: readonly ListedDocument[]): string {
  const { state, asked, outcomes, fileName = "", failure } = download;
  if (state === "running") {
    const place = asked ? wanted.indexOf(asked) + 1 : 0;
    if (!asked) return t("loading");
    return t("docProgress", formatCount(place), formatCount(wanted.length), nameOf(asked));
  }
  if (state === "saved") {
    const all = [...outcomes.values()];
    const had = all.filter((outcome) => "path" in outcome).length;
    const said = t("docSaved", formatCount(had), formatCount(all.length), fileName);
    return had < all.length ? `${said} ${t("docSavedWhy")}` : said;
  }
  if (state === "nothing") return t("docNothing");
  if (state === "cancelled") return t("docCancelled");
  return failure === undefined ? "" : explainFailure(failure);
}

/** What becomes of a document. */
function Fate({ document, download }: { document: ListedDocument; download: Download }): ReactNode {
  const outcome = download.outcomes.get(document.id);
  if (outcome)
    return <p className={"path" in outcome ? "fate good" : "fate bad"}>{sayOutcome(outcome)}</p>;
  if (download.state !== "running") return null;
  return <p className="fate">{t(download.asked === document ? "docAsking" : "docWaiting")}</p>;
}

function sayOutcome(outcome: Outcome): string {
  if ("problem" in outcome) {
    const { kind, detail = "" } = outcome.problem; // Only a status has one.
    return t(problemNames[kind], detail);
  }
  const oddities = outcome.oddities.map((oddity) => t(oddityNames[oddity]));
  return [t("docDownloadedSize", formatSize(outcome.size)), ...oddities].join(". ");
}
