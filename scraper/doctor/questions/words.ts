import { writeSuggestion } from "../../../shared/portal/diagnosis/suggestion.ts";
import { answered, type Question, unanswered } from "../question.ts";
import { recordsSeen } from "../records.ts";
import type { Visit } from "../visit.ts";
import { wordsSeen } from "../words-seen.ts";

/** The words of the portal, and whether the profile knows them. */
export const wordQuestions: readonly Question[] = (
  [
    ["estatus", "Which status words does it use?"],
    ["modalidad", "Which kinds of procedure?"],
    ["materia", "Which words for what is bought (materia)?"],
  ] as const
).map(([kind, text]) => ({
  id: kind,
  group: "words",
  text,
  reply: (visit) => replyOnWords(visit, kind),
}));

function replyOnWords(visit: Visit, kind: "estatus" | "modalidad" | "materia") {
  const seen = wordsSeen(visit, kind);
  if (seen.length === 0) {
    const rows = recordsSeen(visit).length;
    return unanswered(
      rows === 0 ? "no procedure could be read" : "neither the list nor the pages show any",
    );
  }
  const known = seen.filter(({ clave }) => clave !== undefined);
  const unknown = seen.filter(({ clave }) => clave === undefined);
  const lines = visit.suggestions.filter(({ path }) => path[0] === kind);
  const name = ({ texto, clave, count }: (typeof seen)[number]) =>
    `"${texto}"${clave === undefined ? "" : ` (${clave})`} ×${count}`;
  return answered(
    `known: ${known.map(name).join(", ") || "none"}; unknown: ${unknown.map(name).join(", ") || "none"}`,
    [
      ...seen.slice(0, 3).map(({ url, texto }) => ({ url, text: texto })),
      ...lines.map((line) => ({ url: seen[0]?.url ?? "", text: writeSuggestion(line) })),
    ],
    { differs: unknown.length > 0 ? "optional" : undefined },
  );
}
