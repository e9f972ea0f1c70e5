import cssText from "data-text:./print.css";
import { useEffect, useState } from "react";
import { PrintTable } from "../features/taking/print-table.tsx";
import { ask } from "../messages.ts";
import { explainFailure } from "../overlay/explain-failure.ts";
import { formatCount, speak, t, uiLanguage } from "../overlay/i18n.ts";
import { choiceOfAddress } from "../print-address.ts";
import { readSettings } from "../settings.ts";
import { type PrintedRows, printAtMost } from "../take-messages.ts";

/** What a filter finds, or what was picked by hand, as a plain table for paper. */
export default function Print() {
  const [printed, setPrinted] = useState<PrintedRows>();
  const [failure, setFailure] = useState<string>();
  useEffect(() => {
    const load = async (): Promise<void> => {
      speak((await readSettings()).language);
      document.title = t("printTitle");
      document.documentElement.lang = uiLanguage();
      setPrinted(await ask("print", choiceOfAddress(location.hash)));
    };
    load().catch((error: unknown) => setFailure(explainFailure(error)));
  }, []);
  const count = printed?.stamp.count;
  return (
    <main>
      <style>{cssText}</style>
      {failure !== undefined && <p role="alert">{failure}</p>}
      {printed === undefined || count === undefined ? (
        failure === undefined && <p role="status">{t("loading")}</p>
      ) : count > printAtMost ? (
        <p role="alert">{t("printTooMany", formatCount(count), formatCount(printAtMost))}</p>
      ) : (
        <>
          <p className="screen-only">
            <button type="button" onClick={() => print()}>
              {t("takePrint")}
            </button>
          </p>
          <PrintTable printed={printed} />
        </>
      )}
    </main>
  );
}
