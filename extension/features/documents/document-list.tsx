import type { ReactNode } from "react";
import { endingOf, endingOfMediaType } from "../../../shared/documents/file-form.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import type { ListedDocument } from "../../corpus/list-documents.ts";
import { documentTypeName } from "../../downloads/document-words.ts";
import { formatDayWords, formatSize, t } from "../../overlay/i18n.ts";
import { OutsideLink } from "../../overlay/outside-link.tsx";

interface DocumentListProps {
  documents: readonly ListedDocument[];
  /** What else is to be said of one. */
  say?: (document: ListedDocument) => ReactNode;
}

/** Documents with what is known of each. What is not is said to be unknown, and is never 0. */
export function DocumentList({ documents, say }: DocumentListProps) {
  if (documents.length === 0) return null;
  return (
    <ul aria-label={t("docTitle")} className="results">
      {documents.map((document) => (
        <li key={document.id} className="result">
          <DocumentFacts document={document} />
          {say?.(document)}
        </li>
      ))}
    </ul>
  );
}

function DocumentFacts({ document }: { document: ListedDocument }) {
  const { url, type, bytes, firstSeenAt, changedAt, withdrawnAt } = document;
  const day = (instant: string): string => formatDayWords(instant, durango.timeZone);
  return (
    <>
      <OutsideLink url={url}>{nameOf(document)}</OutsideLink>
      {document.isNew && (
        <span className="state news" title={t("docNewMeaning")}>
          {t("docNew")}
        </span>
      )}
      <p className="facts">
        <span>{t(documentTypeName(type))}</span>
        <span>{formatOf(document) ?? t("docFormatUnknown")}</span>
        <span>{bytes === undefined ? t("docSizeUnknown") : formatSize(bytes)}</span>
        <span>{firstSeenAt ? t("docFirstSeen", day(firstSeenAt)) : t("docFirstSeenUnknown")}</span>
      </p>
      {changedAt && <p className="aside">{t("docChanged", day(changedAt))}</p>}
      {withdrawnAt && <p className="aside">{t("docWithdrawn", day(withdrawnAt))}</p>}
      {document.isGone && <p className="aside">{t("docGone")}</p>}
      {!document.isOnPortal && <p className="aside">{t("docOtherSite")}</p>}
    </>
  );
}

/** What a document is called where its page gives it no name. */
export function nameOf({ title, fileName, id }: ListedDocument): string {
  return title ?? fileName ?? id;
}

/** The ending of its files, in capitals as people write it: `PDF`. */
function formatOf({ title, fileName, mediaType }: ListedDocument): string | undefined {
  const ending =
    endingOf(fileName ?? "") ?? endingOf(title ?? "") ?? endingOfMediaType(mediaType ?? ""); // Absent where nobody read it.
  return ending?.toUpperCase();
}
