import { useRef, useState } from "react";
import type { BackupProblem } from "../../../shared/monitor/backup.ts";
import type { MergePreview } from "../../../shared/monitor/merge-personal.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { formatInstant } from "../../../shared/values/dates.ts";
import { ask } from "../../messages.ts";
import { explainFailure } from "../../overlay/explain-failure.ts";
import { formatCount, formatInstantWords, type MessageName, t } from "../../overlay/i18n.ts";
import { saveFile } from "../../overlay/save-file.ts";

const problemMessages: Readonly<Record<BackupProblem["kind"], MessageName>> = {
  notJson: "backupNotJson",
  notBackup: "backupNotOurs",
  newer: "backupNewer",
  damaged: "backupDamaged",
};

const partNames: Readonly<Record<keyof MergePreview, MessageName>> = {
  searches: "backupSearches",
  favourites: "backupFavourites",
  statuses: "backupStatuses",
  notes: "backupNotes",
  seen: "backupSeen",
  settings: "backupSettings",
};

/** Far more than anyone gathers; what is larger is another file. */
const sizeLimitBytes = 30 * 1024 * 1024;

interface Offered {
  text: string;
  madeAt: string;
  preview: MergePreview;
}

interface Said {
  text: string;
  isBad: boolean;
}

/** Everything personal to one file and back, with a look at what that would change before anything does. */
export function Backup() {
  const [offered, setOffered] = useState<Offered>();
  const [said, setSaid] = useState<Said>();
  const opener = useRef<HTMLButtonElement>(null);
  const chooser = useRef<HTMLInputElement>(null);

  const tell = (text: string, isBad = false): void => setSaid({ text, isBad });
  const attempt = (act: () => Promise<void>): void => {
    act().catch((error: unknown) => tell(explainFailure(error), true));
  };
  const close = (): void => {
    setOffered(undefined);
    // The buttons that were under it are gone.
    opener.current?.focus();
  };
  const save = async (): Promise<void> => {
    const { text } = await ask("backup", {});
    const day = formatInstant(new Date(), durango.timeZone).slice(0, 10);
    saveFile(`compras-abiertas-respaldo-${day}.json`, text, "application/json");
    tell(t("kept"));
  };
  const restore = async (text: string, isTrial: boolean): Promise<void> => {
    const answer = await ask("restore", { text, isTrial });
    if ("problem" in answer) {
      const { kind, detail } = answer.problem;
      tell(t(problemMessages[kind], detail), true);
    } else if (isTrial) {
      setOffered({ text, ...answer });
    } else {
      close();
      tell(t("backupApplied"));
    }
  };
  const look = async (file: File): Promise<void> => {
    setOffered(undefined);
    setSaid(undefined);
    if (file.size > sizeLimitBytes) return tell(t("backupTooLarge"), true);
    await restore(await file.text(), true);
  };
  return (
    <section>
      <h2>{t("backup")}</h2>
      <p className="help">{t("backupHelp")}</p>
      <p className="actions">
        <button type="button" onClick={() => attempt(save)}>
          {t("backupSave")}
        </button>
        <button
          ref={opener}
          type="button"
          className="quiet"
          onClick={() => chooser.current?.click()}
        >
          {t("backupOpen")}
        </button>
        <input
          ref={chooser}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label={t("backupOpen")}
          onChange={({ target }) => {
            const file = target.files?.[0]; // None where the user chose nothing after all.
            target.value = "";
            if (file) attempt(() => look(file));
          }}
        />
      </p>
      <p role="status" className={said?.isBad ? "said bad" : "said"}>
        {said?.text}
      </p>
      {offered && (
        <>
          <Preview offered={offered} />
          <p className="actions">
            <button type="button" onClick={() => attempt(() => restore(offered.text, false))}>
              {t("backupApply")}
            </button>
            <button type="button" className="quiet" onClick={close}>
              {t("cancel")}
            </button>
          </p>
        </>
      )}
    </section>
  );
}

function Preview({ offered: { madeAt, preview } }: { offered: Offered }) {
  // The keys are those of the table above.
  const parts = Object.entries(partNames) as [keyof MergePreview, MessageName][];
  return (
    <table>
      <caption>{t("backupPreview", formatInstantWords(madeAt, durango.timeZone))}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{t("backupAdded")}</th>
          <th scope="col">{t("backupChanged")}</th>
          <th scope="col">{t("backupKept")}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map(([part, name]) => (
          <tr key={part}>
            <th scope="row">{t(name)}</th>
            <td>{formatCount(preview[part].added)}</td>
            <td>{formatCount(preview[part].changed)}</td>
            <td>{formatCount(preview[part].kept)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
