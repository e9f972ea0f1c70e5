import { useState } from "react";
import { isAskedFor } from "../../downloads/is-asked-for.ts";
import { ask } from "../../messages.ts";
import { explainFailure } from "../../overlay/explain-failure.ts";
import { t } from "../../overlay/i18n.ts";
import { useAnswer } from "../../overlay/use-answer.ts";
import { Failure } from "../failure.tsx";
import { DocumentList } from "./document-list.tsx";
import { DocumentSources } from "./document-sources.tsx";
import { SearchInDocuments } from "./search-in-documents.tsx";

/** The documents of a procedure, and a way to take them all along. @param id the portal's number. */
export function Documents({ id }: { id: string }) {
  const { answer, failure } = useAnswer("documents", { id });
  const [said, setSaid] = useState("");
  if (failure !== undefined) return <Failure reason={failure} />;
  if (answer === undefined) return <p role="status">{t("loading")}</p>;
  const takeAll = (): void => {
    setSaid("");
    ask("openDocuments", { id }).catch((error: unknown) => setSaid(explainFailure(error)));
  };
  return (
    <>
      <DocumentSources answer={answer} />
      <DocumentList documents={answer.documents} />
      {answer.documents.some(isAskedFor) && (
        <>
          <p className="actions">
            <button type="button" className="quiet" onClick={takeAll}>
              {t("docTakeAll")}
            </button>
          </p>
          <p className="hint">{t("docTakeAllHint")}</p>
        </>
      )}
      {answer.hasText && <SearchInDocuments id={id} documents={answer.documents} />}
      <p role="status" className="said">
        {said}
      </p>
    </>
  );
}
