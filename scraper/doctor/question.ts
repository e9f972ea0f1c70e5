import type { Visit } from "./visit.ts";

/** Where something was seen, and the text that was there. */
export interface Evidence {
  url: string;
  text?: string | undefined;
}

/** `certain`: it stands there. `likely`: it follows from what stands there. `uncertain`: too little was seen to rely on it. */
export type Confidence = "certain" | "likely" | "uncertain";

/** What a visit says to a question. */
export type Reply =
  | {
      state: "answered";
      answer: string;
      confidence: Confidence;
      evidence: readonly Evidence[];
      /** Where the portal is otherwise than the profile says: `required` where nothing can be read so. Absent where it is as declared. */
      differs?: "required" | "optional" | undefined;
    }
  | { state: "unanswered"; because: string };

export const questionGroups = {
  connection: "Connection",
  list: "The list",
  procedure: "The page of a procedure",
  words: "Words and numbers",
  attachment: "Attachments",
  registry: "The registry of suppliers",
  person: "What only a person can find out",
} as const;
export type QuestionGroup = keyof typeof questionGroups;

/** Something that nobody knows of a portal before it is looked at. To add one, add it to a file of `questions/`. */
export interface Question {
  /** In a report for machines; unique. */
  id: string;
  group: QuestionGroup;
  text: string;
  /** Never invents: what the visit does not show is unanswered, with the reason. */
  reply(visit: Visit): Reply;
}

export function answered(
  answer: string,
  evidence: readonly Evidence[],
  more: { confidence?: Confidence; differs?: "required" | "optional" | undefined } = {},
): Reply {
  const { confidence = "certain", differs } = more;
  return { state: "answered", answer, confidence, evidence, ...(differs && { differs }) };
}

export function unanswered(because: string): Reply {
  return { state: "unanswered", because };
}
