import type { QueryNote } from "../../../shared/search/query.ts";
import { type MessageName, t } from "../../overlay/i18n.ts";

const texts: Record<QueryNote["kind"], MessageName> = {
  unclosedQuote: "noteUnclosedQuote",
  loneMinus: "noteLoneMinus",
  unknownField: "noteUnknownField",
  emptyField: "noteEmptyField",
  noWords: "noteNoWords",
  tooLong: "noteTooLong",
  fieldOfOneWord: "noteFieldOfOneWord",
};

const longest = 60;

/** What of the text was left out, or taken otherwise than it may have been meant. The region is there from the start, to be heard. */
export function QueryNotes({ notes }: { notes: readonly QueryNote[] }) {
  return (
    <div role="status" className="query-notes">
      {notes.map(({ kind, text }) => (
        <p key={`${kind} ${text}`} className="aside">
          {t(texts[kind], text.length > longest ? `${text.slice(0, longest)}…` : text)}
        </p>
      ))}
    </div>
  );
}
