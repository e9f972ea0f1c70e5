import { useEffect, useState } from "react";
import { onKeptAnew, readSettings } from "../settings.ts";

/** A text of the settings in a field that the user may write in. */
interface KeptText {
  /** As it stands in the field. */
  text: string;
  /** As it was kept when the user began to write. */
  kept: string;
  write: (text: string) => void;
  /** To be called once what stood in the field is kept, in this form. */
  settle: (kept: string) => void;
}

/** A text of the settings: it follows what is kept, by whatever page, until the user writes in it, and again once that is kept. */
export function useKeptText(key: "feedUrl" | "synonyms"): KeptText {
  const [{ text, kept }, setState] = useState({ text: "", kept: "" });
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const follow = async (): Promise<void> => {
      const { [key]: latest } = await readSettings();
      if (signal.aborted) return;
      setState((now) => (now.text === now.kept ? { text: latest, kept: latest } : now));
    };
    onKeptAnew(key, signal, () => void follow());
    void follow();
    return () => controller.abort();
  }, [key]);
  return {
    text,
    kept,
    write: (written) => setState((now) => ({ ...now, text: written })),
    settle: (latest) =>
      // What was written while it was being kept is still to be kept.
      setState((now) => (now.text === text ? { text: latest, kept: latest } : now)),
  };
}
