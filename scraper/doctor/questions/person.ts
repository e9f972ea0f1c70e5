import { type Question, unanswered } from "../question.ts";

const byHand = (id: string, text: string, because: string): Question => ({
  id,
  group: "person",
  text,
  reply: () => unanswered(because),
});

/** Declared so that nobody takes silence for an answer; `docs/primer-contacto.md` says how to find out. */
export const personQuestions: readonly Question[] = [
  byHand(
    "history",
    "Does the list hold every procedure, or do old ones leave it?",
    "it takes two looks, weeks apart; salud.json then counts what vanished",
  ),
  byHand(
    "time-zone",
    "In which zone are its dates?",
    "pages print none; compare with an event whose hour is known",
  ),
  byHand(
    "law",
    "Which amounts and terms does the law set for each kind of procedure?",
    "the portal does not say; it is in the Ley de Adquisiciones",
  ),
  byHand(
    "overlay",
    "Does the overlay show on the list and on the page of a procedure?",
    "it takes a browser with the extension",
  ),
];
