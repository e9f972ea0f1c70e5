import {
  applySuggestions,
  type Suggestion,
  writeSuggestion,
} from "../../shared/portal/diagnosis/suggestion.ts";
import type { PortalProfile } from "../../shared/portal/profile.ts";
import type { ExitCode } from "../errors.ts";
import type { QuestionGroup, Reply } from "./question.ts";
import { questions } from "./questions.ts";
import { suggestValues } from "./suggest-values.ts";
import { type UndecidedLabel, undecidedLabels } from "./undecided.ts";
import { judge, type Verdict } from "./verdict.ts";
import { type Visit, type VisitSettings, visitPortal } from "./visit.ts";

export type ReportedReply = Reply & { id: string; group: QuestionGroup; question: string };

/** What a visit to a portal found out. */
export interface Report {
  /** Name of the profile. */
  profile: string;
  portal: string;
  /** ISO 8601. */
  lookedAt: string;
  requests: { purpose: string; address: string; statuses: number[] }[];
  replies: ReportedReply[];
  /** Each with its line, ready to be put into the profile. */
  suggestions: (Suggestion & { line: string })[];
  /** Labels that nobody knows yet what they stand for. */
  undecided: UndecidedLabel[];
  verdict: Verdict;
  exitCode: ExitCode;
}

export interface Examination {
  report: Report;
  visit: Visit;
  /** The profile with all strong suggestions, at its own address; undefined where there is none. */
  proposal: PortalProfile | undefined;
}

export interface ExamineSettings extends VisitSettings {
  /** The profile as it is declared, with its own address. */
  declared: PortalProfile;
}

/** Visits a portal once and says what that shows: an answer to each question, lines for the profile, and whether the profile fits. */
export async function examine(settings: ExamineSettings): Promise<Examination> {
  const lookedAt = settings.now().toISOString();
  const visit = await visitPortal(settings);
  visit.suggestions.push(...suggestValues(visit));
  const replies = questions.map(({ id, group, text, reply }) => ({
    id,
    group,
    question: text,
    ...reply(visit),
  }));
  const { verdict, exitCode } = judge(visit, replies);
  const strong = visit.suggestions.filter(({ strength }) => strength === "strong");
  return {
    visit,
    proposal: strong.length === 0 ? undefined : applySuggestions(settings.declared, strong),
    report: {
      profile: settings.declared.id,
      portal: settings.profile.baseUrl,
      lookedAt,
      requests: visit.exchanges.map(({ purpose, address, answers }) => ({
        purpose,
        address,
        statuses: answers.map(({ statusCode }) => statusCode),
      })),
      replies,
      suggestions: visit.suggestions.map((each) => ({ ...each, line: writeSuggestion(each) })),
      undecided: undecidedLabels(visit),
      verdict,
      exitCode,
    },
  };
}
