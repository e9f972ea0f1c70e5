import { useState } from "react";
import type { MaskKind } from "../../../shared/portal/mask/patterns.ts";
import { readPage } from "../../../shared/portal/page.ts";
import type { PageDefinition } from "../../../shared/portal/pages/definition.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import type { PageSample } from "../../corpus/page-sample.ts";
import { ask } from "../../messages.ts";
import { explainFailure } from "../../overlay/explain-failure.ts";
import { formatCount, type MessageName, t } from "../../overlay/i18n.ts";
import { pageAddress } from "../../overlay/page-read.ts";
import { saveFile } from "../../overlay/save-file.ts";
import { copyPage, writePage } from "../../page/copy-page.ts";
import { domTree } from "../../page/dom-tree.ts";

const kindNames: Readonly<Record<MaskKind, MessageName>> = {
  name: "maskName",
  rfc: "maskRfc",
  curp: "maskCurp",
  phone: "maskPhone",
  email: "maskEmail",
  address: "maskAddress",
  ip: "maskIp",
  session: "maskSession",
};

/** Saves the page as a file for the project: first it is said what was masked in it. Nothing is sent. */
export function SamplePage({ kind }: { kind: PageDefinition }) {
  const [sample, setSample] = useState<PageSample>();
  const [said, setSaid] = useState("");
  const make = async (): Promise<void> => {
    setSaid("");
    try {
      const copy = copyPage();
      const text = readPage(domTree(copy), kind, durango);
      const page = { page: kind.id, url: pageAddress(), text };
      setSample(await ask("sample", { ...page, html: writePage(copy) }));
    } catch (error) {
      setSaid(explainFailure(error));
    }
  };
  const save = ({ name, text }: PageSample): void => {
    saveFile(name, text, "text/html");
    setSaid(t("sampleSaved", name));
    setSample(undefined);
  };
  return (
    <div>
      <button type="button" className="quiet" onClick={() => void make()}>
        {t("sampleMake")}
      </button>
      {sample && (
        <div className="preview">
          <p>{describeMasked(sample)}</p>
          <p>{t("sampleReadIt")}</p>
          <p>{t(sample.isRead ? "sampleWhatFor" : "sampleWhatForUnread")}</p>
          <p className="actions">
            <button type="button" className="quiet" onClick={() => save(sample)}>
              {t("sampleSave")}
            </button>
            <button type="button" className="quiet" onClick={() => setSample(undefined)}>
              {t("cancel")}
            </button>
          </p>
        </div>
      )}
      <p className="said" role="status">
        {said}
      </p>
    </div>
  );
}

function describeMasked({ masked }: PageSample): string {
  const counts = Object.entries(kindNames).flatMap(([kind, name]) => {
    // The table has no keys but kinds.
    const count = masked[kind as MaskKind] ?? 0; // Of most kinds a page has none.
    return count > 0 ? t(name, formatCount(count)) : [];
  });
  return counts.length === 0 ? t("sampleNothingMasked") : t("sampleMasked", counts.join(", "));
}
