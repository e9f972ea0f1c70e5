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

/** What is known of a note that is written. */
interface Writing extends Pick<NoteProps, "keep"> {
  /** The last that this page knows to be kept. */
  kept: string;
  /** What was written and not given to keep yet. */
  unkept?: string;
  /** What was given to keep and not answered yet. */
  sent?: string;
  show: (text: string) => void;
}

/** A note to write. It needs no button: what is written is kept. */
export function Note({ note, keep }: NoteProps) {
  const [text, setText] = useState(note);
  const textId = useId();
  const writing = useRef<Writing>({ kept: note, keep, show: setText });
  writing.current.keep = keep;
  const flush = useCallback(() => void keepWritten(writing.current), []);
  const write = (written: string): void => {
    setText(written);
    writing.current.unkept = written;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: each letter puts off the keeping.
  useEffect(() => {
    const timer = setTimeout(flush, restMs);
    return () => clearTimeout(timer);
  }, [text, flush]);
  useEffect(() => {
    const leave = (): void => keepLast(writing.current);
    const hide = (): void => {
      if (document.visibilityState === "hidden") flush();
    };
    addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", hide);
    return () => {
      removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", hide);
      // Closed in the middle of a word: what was written is kept all the same.
      flush();
    };
  }, [flush]);
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

/** Keeps what was written, one change after the other: each takes the place of what the one before left. */
async function keepWritten(writing: Writing): Promise<void> {
  while (writing.unkept !== undefined && writing.sent === undefined) {
    if (!(await keepOne(writing, writing.unkept, writing.kept))) return;
  }
}

/** Keeps what was written on a page that may hear no answer any more: the worker is done by then with what it was sent before. */
function keepLast(writing: Writing): void {
  const { unkept, sent, kept } = writing;
  if (unkept !== undefined) void keepOne(writing, unkept, sent ?? kept);
}

/** Whether it was kept; what was not is written still. */
async function keepOne(writing: Writing, text: string, before: string): Promise<boolean> {
  delete writing.unkept;
  writing.sent = text;
  const kept = await writing.keep({ before, text });
  if (writing.sent === text) delete writing.sent;
  if (kept === undefined) {
    writing.unkept ??= text;
    return false;
  }
  // Where another tab wrote too and more was written here since, the text lacks what that tab wrote: the worker is to join them.
  if (kept === text || writing.unkept === undefined) {
    writing.kept = kept;
    if (kept !== text) writing.show(kept);
  }
  return true;
}
