import { useState } from "react";
import type { TenderFilter } from "../../shared/search/filter.ts";
import { ask } from "../messages.ts";
import { explainFailure } from "../overlay/explain-failure.ts";
import { formatCount, t } from "../overlay/i18n.ts";
import { saveFile } from "../overlay/save-file.ts";

const mediaTypes = { csv: "text/csv", json: "application/json" } as const;
type Format = keyof typeof mediaTypes;

/** Saves all that the filter finds as a file, for a spreadsheet or a program. */
export function TakeAlong({ filter }: { filter: TenderFilter }) {
  const [said, setSaid] = useState("");
  const take = async (format: Format): Promise<void> => {
    try {
      const { name, count, text } = await ask("take", { filter, format });
      saveFile(name, text, mediaTypes[format]);
      setSaid(t("takenAlong", formatCount(count), name));
    } catch (error) {
      setSaid(explainFailure(error));
    }
  };
  return (
    <>
      <button type="button" className="quiet" onClick={() => void take("csv")}>
        {t("takeCsv")}
      </button>
      <button type="button" className="quiet" onClick={() => void take("json")}>
        {t("takeJson")}
      </button>
      <span className="said" role="status">
        {said}
      </span>
    </>
  );
}
