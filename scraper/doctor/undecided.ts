import { findLabel, foldLabelText } from "../../shared/portal/labels.ts";
import { maskText } from "../../shared/portal/mask/mask-text.ts";
import { isPersonLabel } from "../../shared/portal/mask/people.ts";
import type { PageDefinition } from "../../shared/portal/pages/definition.ts";
import { listado } from "../../shared/portal/pages/listado.ts";
import { padron } from "../../shared/portal/pages/padron.ts";
import { procedimiento } from "../../shared/portal/pages/procedimiento.ts";
import type { SeenPage, Visit } from "./visit.ts";

/** A label that neither the profile nor a suggestion explains. */
export interface UndecidedLabel {
  page: PageDefinition["id"];
  label: string;
  /** The first text beside it that says something, without personal data; absent where there is none, or where it may name a person. */
  example?: string | undefined;
}

/** The labels of a visit that a person has to decide about. */
export function undecidedLabels(visit: Visit): UndecidedLabel[] {
  const weak = visit.suggestions.filter(({ strength }) => strength === "weak");
  const pages: [PageDefinition, readonly SeenPage[]][] = [
    [listado, visit.list],
    [procedimiento, visit.details],
    [padron, visit.registry === undefined ? [] : [visit.registry]],
  ];
  return pages.flatMap(([{ id }, seen]) => {
    const guessed = new Set(weak.filter(({ path }) => path[1] === id).map(({ value }) => value));
    const labels = new Map<string, UndecidedLabel>();
    for (const { page } of seen) {
      for (const label of page.labels) {
        const folded = foldLabelText(label);
        const isKnown = findLabel(label, id, visit.draft) !== undefined;
        if (folded === "" || isKnown || guessed.has(label.replace(/\s*:$/, ""))) continue;
        if (labels.has(folded)) continue;
        labels.set(folded, { page: id, label, example: exampleOf(label, seen) });
      }
    }
    return [...labels.values()];
  });
}

function exampleOf(label: string, pages: readonly SeenPage[]): string | undefined {
  // What stands beside it may name somebody whose name has no form.
  if (isPersonLabel(label)) return undefined;
  const texts = pages.flatMap(({ page }) =>
    page.entries.flatMap(({ pairs }) =>
      pairs.filter((pair) => pair.label === label).map((pair) => pair.texts.join(" ")),
    ),
  );
  const text = texts.find((each) => each !== "");
  return text && maskText(text).slice(0, 80);
}
