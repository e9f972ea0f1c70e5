import { useEffect, useRef, useState } from "react";
import type { TenderRow } from "../../../shared/feed/tender-row.ts";
import { ask } from "../../messages.ts";
import { explainFailure } from "../../overlay/explain-failure.ts";
import { t } from "../../overlay/i18n.ts";
import { type Citation, citeAsBibtex, citeAsText } from "./cite-words.ts";

interface Cited {
  text: string;
  isCopied: boolean;
}

/** Copies a citation of a procedure, and shows what was copied; where the browser refuses to copy, the text stands ready, selected. */
export function CiteRow({ row }: { row: TenderRow }) {
  const [cited, setCited] = useState<Cited>();
  const [said, setSaid] = useState("");
  const shown = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (cited === undefined || cited.isCopied) return;
    shown.current?.focus();
    shown.current?.select();
  }, [cited]);

  const cite = async (write: (citation: Citation) => string): Promise<void> => {
    try {
      const text = write({ row, ...(await ask("cite", { id: row.id })), citedAt: new Date() });
      const isCopied = await copy(text);
      setCited({ text, isCopied });
      setSaid(t(isCopied ? "citeCopied" : "citeNotCopied"));
    } catch (error) {
      setSaid(explainFailure(error));
    }
  };
  return (
    <>
      <button type="button" className="quiet" onClick={() => void cite(citeAsText)}>
        {t("cite")}
      </button>
      <button type="button" className="quiet" onClick={() => void cite(citeAsBibtex)}>
        {t("citeBibtex")}
      </button>
      <span className="said" role="status">
        {said}
      </span>
      {cited && (
        <textarea ref={shown} readOnly rows={6} aria-label={t("citation")} value={cited.text} />
      )}
    </>
  );
}

/** Whether the browser let us write to the clipboard. */
function copy(text: string): Promise<boolean> {
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}
