import { suggestWord } from "../../shared/portal/diagnosis/suggest-words.ts";
import type { Suggestion } from "../../shared/portal/diagnosis/suggestion.ts";
import { findDateFormat } from "../../shared/values/dates.ts";
import { repairText } from "../../shared/values/repair.ts";
import { foldLabel } from "../../shared/values/text.ts";
import { recordsSeen } from "./records.ts";
import type { Visit } from "./visit.ts";
import { wordsSeen } from "./words-seen.ts";

/** What the texts of a portal suggest for a profile: spellings of its words, forms of its dates, and words that stand for no date. */
export function suggestValues(visit: Visit): Suggestion[] {
  const words = (["estatus", "modalidad", "materia"] as const).flatMap((kind) =>
    wordsSeen(visit, kind)
      .filter(({ clave }) => clave === undefined)
      .flatMap(({ texto }) => suggestWord(texto, kind, visit.draft) ?? []),
  );
  return [...words, ...suggestDates(visit)];
}

function suggestDates(visit: Visit): Suggestion[] {
  const { draft } = visit;
  const found = new Map<string, Suggestion>();
  for (const { problemas, url } of recordsSeen(visit)) {
    for (const { campo, texto } of problemas) {
      if (!campo.startsWith("fecha")) continue;
      const text = repairText(texto);
      const format = findDateFormat(text, draft.timeZone);
      const value = format ?? (/\d/.test(text) ? undefined : text);
      // A single date whose order is another than the others' was typed wrongly.
      const isTypo =
        format === "monthFirst" ||
        (format === "dayFirst" && draft.dateFormats.includes("monthFirst"));
      if (value === undefined || isTypo) continue;
      found.set(foldLabel(value), {
        path: [format === undefined ? "missingInDates" : "dateFormats"],
        how: "add",
        value,
        reason: `${campo} of ${url} says "${texto}"${format === undefined ? ", which has no digit" : ""}`,
        strength: "strong",
      });
    }
  }
  return [...found.values()];
}
