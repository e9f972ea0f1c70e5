import { useCallback, useEffect, useId, useRef, useState } from "react";
import { noteLimit } from "../../../shared/monitor/personal-limits.ts";
import { t } from "../../overlay/i18n.ts";

/** A note is kept once the user pauses. */
const restMs = 600;

interface NoteProps {
  /** As it is kept. */
  note: string;
  /** Has a note take the place of the one before, and tells what is then kept: more, if another tab wrote too; undefined where that failed. */
  keep: (change: { before: string; text: string }) => Promise<string | undefined>;
}

/** A note to write. It needs no button: what is written is kept. */
export function Note({ note, keep }: NoteProps) {
  const [text, setText] = useState(note);
  const textId = useId();
  /** The last that this page knows to be kept, what was written and is not yet, and how to keep it. */
  const state = useRef<{ kept: string; unkept?: string; keep: NoteProps["keep"] }>({
    kept: note,
    keep,
  });
  state.current.keep = keep;
  const flush = useCallback(async () => {
    const { current } = state;
    const { kept: before, unkept: written } = current;
    if (written === undefined) return;
    delete current.unkept;
    const kept = await current.keep({ before, text: written });
    if (kept === undefined) {
      current.unkept ??= written;
    } else if (kept === written || current.unkept === undefined) {
      current.kept = kept;
      if (kept !== written) setText(kept);
    }
  }, []);
  const write = (written: string): void => {
    setText(written);
    state.current.unkept = written;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: each letter puts off the keeping.
  useEffect(() => {
    const timer = setTimeout(flush, restMs);
    return () => clearTimeout(timer);
  }, [text, flush]);
  // Closed in the middle of a word: what was written is kept all the same.
  useEffect(() => () => void flush(), [flush]);
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
