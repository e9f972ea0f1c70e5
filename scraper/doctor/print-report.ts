import type { Report, ReportedReply } from "./examine.ts";
import { questionGroups } from "./question.ts";

const width = 100;

/** A report for people, as lines of text. */
export function printReport(report: Report): string {
  const { portal, profile, lookedAt, requests, replies, suggestions, undecided, verdict } = report;
  const lines = [
    `${portal}, looked at by the profile "${profile}" on ${lookedAt}`,
    `${requests.length} things were asked for:`,
    ...requests.map(
      ({ purpose, address, statuses }) =>
        `  ${(statuses.join(" → ") || "nothing").padEnd(10)}  ${purpose}: ${address}`,
    ),
  ];
  for (const [group, title] of Object.entries(questionGroups)) {
    lines.push("", title.toUpperCase());
    for (const reply of replies.filter((each) => each.group === group))
      lines.push(...printReply(reply));
  }
  lines.push("", "LINES FOR THE PROFILE");
  if (suggestions.length === 0) lines.push("  none");
  for (const strength of ["strong", "weak"] as const) {
    const some = suggestions.filter((each) => each.strength === strength);
    if (some.length > 0 && strength === "weak") lines.push("  To be decided by a person:");
    for (const { line, reason } of some) {
      lines.push(...wrap(line, "  ", "    "), ...wrap(reason, "      # ", "      # "));
    }
  }
  if (undecided.length > 0) lines.push("", "LABELS THAT NOBODY KNOWS");
  for (const { page, label, example } of undecided) {
    const beside = example === undefined ? "" : `, beside which stands "${example}"`;
    lines.push(...wrap(`${page}: "${label}"${beside}`, "  ", "    "));
  }
  lines.push("", ...wrap(verdict.sentence, "", ""));
  return `${lines.map(onOneLine).join("\n")}\n`;
}

const marks = { required: "✗", optional: "!" } as const;

function printReply(reply: ReportedReply): string[] {
  const head = ` ${reply.question} [${reply.id}]`;
  if (reply.state === "unanswered") {
    return wrap(head, "·", "   ").concat(
      wrap(`not answered, because ${reply.because}`, "   ", "   "),
    );
  }
  const mark = reply.differs === undefined ? "✓" : marks[reply.differs];
  const sure = reply.confidence === "certain" ? "" : ` (${reply.confidence})`;
  const evidence = new Map(reply.evidence.map((each) => [`${each.url} ${each.text}`, each]));
  return [
    ...wrap(head, mark, "   "),
    ...wrap(`${reply.answer}${sure}`, "   ", "   "),
    ...[...evidence.values()]
      .slice(0, 2)
      .flatMap(({ url, text }) =>
        wrap(
          text === undefined || text === "" ? url : `${url} · ${text.slice(0, 160)}`,
          "     ↳ ",
          "       ",
        ),
      ),
  ];
}

/** Lines of a text, broken between words. */
function wrap(text: string, first: string, others: string): string[] {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(" ")) {
    if (!isEmpty && line.length + word.length + 1 > width) {
      lines.push(line);
      line = others + word;
      continue;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line];
}

/** What a page says may hold anything, and must neither break the line nor steer the terminal. */
function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]/gu, " ");
}
