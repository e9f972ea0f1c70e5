import { useState } from "react";
import type { Follow } from "../../../shared/monitor/personal.ts";
import { type FollowStatus, followStatuses } from "../../../shared/monitor/personal-limits.ts";
import { ask } from "../../messages.ts";
import { explainFailure } from "../../overlay/explain-failure.ts";
import { type MessageName, t } from "../../overlay/i18n.ts";
import type { FollowChange } from "../../personal/follows.ts";
import { Note } from "./note.tsx";

export const followStatusNames: Readonly<Record<FollowStatus, MessageName>> = {
  interested: "statusInterested",
  analysing: "statusAnalysing",
  discarded: "statusDiscarded",
  submitted: "statusSubmitted",
};

interface FollowControlsProps {
  id: string;
  /** What the controls are about, for those who hear them. */
  title: string;
  /** Undefined for a procedure that the user does not follow. */
  follow: Follow | undefined;
}

/** Follow a procedure, say what is intended with it, and write a note. */
export function FollowControls({ id, title, follow }: FollowControlsProps) {
  const [said, setSaid] = useState("");
  const [isWriting, setWriting] = useState(false);
  const keep = async (change: FollowChange): Promise<string | undefined> => {
    try {
      const kept = await ask("follow", { id, change });
      setSaid(t("kept"));
      return kept.note;
    } catch (error) {
      setSaid(explainFailure(error));
      return undefined;
    }
  };
  const isFavourite = follow?.isFavourite ?? false;
  const note = follow?.note ?? "";
  return (
    <fieldset className="follow" aria-label={t("followGroup", title)}>
      <button
        type="button"
        className="quiet star"
        aria-pressed={isFavourite}
        onClick={() => void keep({ isFavourite: !isFavourite })}
      >
        <span aria-hidden="true">{isFavourite ? "★" : "☆"}</span> {t("follow")}
      </button>
      <select
        aria-label={t("followStatus")}
        value={follow?.status ?? ""}
        onChange={(event) =>
          void keep({
            status: followStatuses.find((status) => status === event.target.value) ?? null,
          })
        }
      >
        <option value="">{t("statusNone")}</option>
        {followStatuses.map((status) => (
          <option key={status} value={status}>
            {t(followStatusNames[status])}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="quiet"
        aria-expanded={isWriting}
        onClick={() => setWriting(!isWriting)}
      >
        {note === "" ? t("noteAdd") : t("noteShow")}
      </button>
      <span className="said" role="status">
        {said}
      </span>
      {isWriting && <Note note={note} keep={(changed) => keep({ note: changed })} />}
    </fieldset>
  );
}
