import { useId, useState } from "react";
import type { TextHit } from "../../../shared/documents/find-in-pages.ts";
import type { ListedDocument } from "../../corpus/list-documents.ts";
import type { Conversations } from "../../messages.ts";
import { explainProblem, formatCount, type MessageName, t } from "../../overlay/i18n.ts";
import { useAnswer } from "../../overlay/use-answer.ts";
import { withKeys } from "../../overlay/with-keys.ts";
import { Failure } from "../failure.tsx";
import { nameOf } from "./document-list.tsx";

/** Shorter texts stand everywhere. */
const shortestText = 3;

type Answer = Conversations["documentText"]["answer"];
type Unread = Answer["unread"][number];

const unreadNames: Readonly<Record<Unread["state"], MessageName>> = {
  noText: "textNone",
  notPdf: "textNotPdf",
  locked: "textLocked",
  damaged: "textDamaged",
  tooLarge: "textTooLarge",
  tooLong: "textTooLong",
};

interface SearchInDocumentsProps {
  /** The portal's number. */
  id: string;
  documents: readonly ListedDocument[];
}

/** Looks for words in what is written in a procedure's documents. */
export function SearchInDocuments({ id, documents }: SearchInDocumentsProps) {
  const [text, setText] = useState("");
  const helpId = useId();
  const isAsked = text.trim().length >= shortestText;
  const { answer, failure } = useAnswer("documentText", isAsked ? { id, text } : undefined);
  return (
    <div className="text-search">
      <label className="field">
        <span>{t("textSearch")}</span>
        <input
          type="search"
          value={text}
          aria-describedby={helpId}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <p id={helpId} className="hint">
        {t("textHelp")}
      </p>
      {failure !== undefined && <Failure reason={failure} />}
      {isAsked && answer && <Found answer={answer} documents={documents} />}
    </div>
  );
}

function Found({ answer, documents }: { answer: Answer; documents: readonly ListedDocument[] }) {
  const { found, unread, problem } = answer;
  const nameById = (id: string): string => {
    const document = documents.find((each) => each.id === id);
    return document ? nameOf(document) : id;
  };
  const pages = found.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      {problem && (
        <p className="notice warn" role="alert">
          {t("docProblem", explainProblem(problem))}
        </p>
      )}
      <p role="status" className="coverage">
        {pages === 0 ? t("textNotFound") : t("textFound", formatCount(pages))}
      </p>
      <ul aria-label={t("textPlaces")} className="results">
        {found.map(({ id, hits, count, isCut }) => (
          <li key={id} className="result">
            <p className="supplier-name">{nameById(id)}</p>
            {hits.map((hit) => (
              <Place key={hit.page} hit={hit} />
            ))}
            {count > hits.length && (
              <p className="aside">{t("textMore", formatCount(count - hits.length))}</p>
            )}
            {isCut && <p className="aside">{t("textCut")}</p>}
          </li>
        ))}
      </ul>
      {unread.map(({ id, state }) => (
        <p key={id} className="aside">
          {t(unreadNames[state], nameById(id))}
        </p>
      ))}
    </>
  );
}

function Place({ hit: { page, parts } }: { hit: TextHit }) {
  return (
    <p className="place">
      <strong>{t("textPage", formatCount(page))}</strong>{" "}
      {withKeys(parts, ({ text }) => text).map(({ key, item: { text, isHit } }) =>
        isHit ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>,
      )}
    </p>
  );
}
