import { useState } from "react";
import { readPage } from "../../../shared/portal/page.ts";
import type { PageDefinition } from "../../../shared/portal/pages/definition.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { ask } from "../../messages.ts";
import { explainFailure } from "../../overlay/explain-failure.ts";
import { t } from "../../overlay/i18n.ts";
import { pageAddress } from "../../overlay/page-read.ts";
import { copyPage, countTags } from "../../page/copy-page.ts";
import { domTree } from "../../page/dom-tree.ts";
import { SamplePage } from "./sample-page.tsx";

interface ReportPageProps {
  kind: PageDefinition;
  /** A page that is not understood is the one that the project has to see. */
  isUnderstood: boolean;
}

/** Help for whoever mends the reading of the portal: its form without its text to copy, or the page as a file to save. */
export function ReportPage({ kind, isUnderstood }: ReportPageProps) {
  return (
    <details className="page-news" open={!isUnderstood}>
      <summary>{t("reportTitle")}</summary>
      <p className="aside">{t("reportWhy")}</p>
      <div className="report">
        <Structure kind={kind} />
        <SamplePage kind={kind} />
      </div>
    </details>
  );
}

function Structure({ kind }: { kind: PageDefinition }) {
  const [report, setReport] = useState("");
  const [said, setSaid] = useState("");
  const copy = async (): Promise<void> => {
    try {
      const page = copyPage();
      const { text } = await ask("report", {
        page: kind.id,
        url: pageAddress(),
        text: readPage(domTree(page), kind, durango),
        tags: countTags(page),
      });
      setReport(text);
      // A browser may forbid it: then the text below can be copied by hand.
      const isCopied = await navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      );
      setSaid(t(isCopied ? "reportCopied" : "reportNotCopied"));
    } catch (error) {
      setSaid(explainFailure(error));
    }
  };
  return (
    <div>
      <button type="button" className="quiet" onClick={() => void copy()}>
        {t("reportCopy")}
      </button>
      <p className="said" role="status">
        {said}
      </p>
      {report !== "" && (
        <textarea
          className="report-text"
          aria-label={t("reportText")}
          rows={6}
          readOnly
          value={report}
        />
      )}
    </div>
  );
}
