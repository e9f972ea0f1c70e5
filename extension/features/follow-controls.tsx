import { useCallback, useEffect, useId, useRef, useState } from "react";
import type { Follow } from "../../shared/monitor/personal.ts";
import {
  type FollowStatus,
  followStatuses,
  noteLimit,
} from "../../shared/monitor/personal-limits.ts";
import { ask } from "../messages.ts";
import { explainFailure } from "../overlay/explain-failure.ts";
import { type MessageName, t } from "../overlay/i18n.ts";
import type { FollowChange } from "../personal/follows.ts";

export const followStatusNames: Readonly<Record<FollowStatus, MessageName>> = {
  interested: "statusInterested",
  analysing: "statusAnalysing",
  discarded: "statusDiscarded",
  submitted: "statusSubmitted",
};

/** A note is kept once the user pauses. */
const noteRestMs = 600;

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
  const keep = (change: FollowChange): void => {
    ask("follow", { id, change }).then(
      () => setSaid(t("kept")),
      (error: unknown) => setSaid(explainFailure(error)),
    );
  };
  const isFavourite = follow?.isFavourite ?? false;
  const note = follow?.note ?? "";
  return (
    <fieldset className="follow" aria-label={t("followGroup", title)}>
      <button
        type="button"
        className="quiet star"
        aria-pressed={isFavourite}
        onClick={() => keep({ isFavourite: !isFavourite })}
      >
        <span aria-hidden="true">{isFavourite ? "★" : "☆"}</span> {t("follow")}
      </button>
      <select
        aria-label={t("followStatus")}
        value={follow?.status ?? ""}
        onChange={(event) =>
          keep({
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
      {isWriting && <Note note={note} keep={(text) => keep({ note: text })} />}
    </fieldset>
  );
}

function Note({ note, keep }: { note: string; keep: (text: string) => void }) {
  const [text, setText] = useState(note);
  const textId = useId();
  /** What was written and is not kept yet. */
  const unkept = useRef<{ text: string; keep: (text: string) => void }>(undefined);
  const flush = useCallback(() => {
    const { current } = unkept;
    unkept.current = undefined;
    current?.keep(current.text); // Absent where nothing was written since the last time.
  }, []);
  const write = (written: string): void => {
    setText(written);
    unkept.current = { text: written, keep };
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: each letter puts off the keeping.
  useEffect(() => {
    const timer = setTimeout(flush, noteRestMs);
    return () => clearTimeout(timer);
  }, [text, flush]);
  // Closed in the middle of a word: what was written is kept all the same.
  useEffect(() => flush, [flush]);
  return (
    <p className="note">
      <label htmlFor={textId}>{t("note")}</label>
      <textarea
        id={textId}
        rows={3}
        maxLength={noteLimit}
        value={text}
        onBlur={flush}
        onChange={(event) => write(event.target.value)}
      />
    </p>
  );
}
