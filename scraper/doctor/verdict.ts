import { describeError, type ExitCode, exitCodes, RetryableFetchError } from "../errors.ts";
import type { ReportedReply } from "./examine.ts";
import type { Visit } from "./visit.ts";

/** `fits`; `fitsBut` for what is otherwise and keeps nothing from being read; `doesNotFit`; `notSeen` where the portal could not be looked at. */
export interface Verdict {
  fit: "fits" | "fitsBut" | "doesNotFit" | "notSeen";
  /** What to say, and what to do next. */
  sentence: string;
}

export function judge(
  visit: Visit,
  replies: readonly ReportedReply[],
): { verdict: Verdict; exitCode: ExitCode } {
  const name = `The profile "${visit.profile.id}"`;
  if (visit.ended !== undefined) {
    return {
      verdict: {
        fit: "notSeen",
        sentence: `The portal could not be looked at to the end. ${describeError(visit.ended)}`,
      },
      exitCode: exitCodes.failed,
    };
  }
  const differing = (differs: "required" | "optional") =>
    replies.flatMap((reply) =>
      reply.state === "answered" && reply.differs === differs ? [reply] : [],
    );
  const required = differing("required");
  const optional = differing("optional");
  const lines = visit.suggestions.filter(({ strength }) => strength === "strong").length;
  const next =
    lines > 0
      ? ` Put the ${lines === 1 ? "line" : `${lines} lines`} above into the profile; --save writes it whole, as perfil-propuesto.json.`
      : " Compare the pages with the profile in a browser.";
  if (required.length > 0) {
    return {
      verdict: {
        fit: "doesNotFit",
        sentence: `${name} does not fit: ${nameAll(required)}.${next}`,
      },
      exitCode: exitCodes.portalChanged,
    };
  }
  if (visit.details.length === 0) {
    const silent = visit.exchanges.find(({ error }) => error instanceof RetryableFetchError);
    const why = silent ? ` ${describeError(silent.error)} Try again later.` : next;
    return {
      verdict: {
        fit: "notSeen",
        sentence: `Too little of the portal was seen to say whether the profile "${visit.profile.id}" fits.${why}`,
      },
      exitCode: silent ? exitCodes.failed : exitCodes.portalChanged,
    };
  }
  if (optional.length > 0) {
    return {
      verdict: {
        fit: "fitsBut",
        sentence: `${name} fits but for: ${nameAll(optional)}.${lines > 0 ? next : ""}`,
      },
      exitCode: exitCodes.done,
    };
  }
  return { verdict: { fit: "fits", sentence: `${name} fits.` }, exitCode: exitCodes.done };
}

function nameAll(replies: readonly ReportedReply[]): string {
  return replies.map(({ id }) => id).join(", ");
}
