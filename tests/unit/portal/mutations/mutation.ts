import type { Cheerio } from "cheerio";
import type { Element } from "domhandler";
import type { Random } from "../../../../fixtures/practice-portal/random.ts";
import type { PageDefinition } from "../../../../shared/portal/pages/definition.ts";
import type { Mutant } from "./mutant.ts";

/** One thing that somebody may do to a page. */
export interface Mutation {
  name: string;
  pages: readonly PageDefinition["id"][];
  /** The share of pages, from 0 to 1, that must still be read right; 1 for what changes nothing of what a page says. */
  right: number;
  /** Returns false where there is nothing to do it to. */
  mutate(mutant: Mutant, random: Random): boolean;
}

export const details = ["procedimiento"] as const;
export const lists = ["listado", "padron"] as const;
export const all = [...details, ...lists] as const;

/** The list of labels and texts of a detail page; undefined where another mutation has made something else of it. */
export function findList({ $ }: Mutant): Cheerio<Element> | undefined {
  const list = $("dl").not("[hidden] dl").first();
  return list.length === 0 ? undefined : list;
}

/** Each label of a detail page's lists with its text, as HTML. */
export function pairsOf({ $ }: Mutant): { label: string; text: string }[] {
  return $("dl dt")
    .toArray()
    .map((label) => {
      const texts = $(label).nextUntil("dt", "dd").toArray();
      return {
        label: $(label).html() ?? "",
        text: texts.map((text) => $(text).html() ?? "").join(" "),
      };
    });
}

/** The table of a list page; undefined where another mutation has made something else of it. */
export function findTable({ $ }: Mutant): Cheerio<Element> | undefined {
  const tables = $("table")
    .not("[hidden] table")
    .filter((_, table) =>
      $(table)
        .find("tr")
        .toArray()
        .some((row) => $(row).children("th").length > 2),
    );
  return tables.length === 0 ? undefined : tables.first();
}

/** Whether rows and columns are not what they are counted to be. */
export function hasWideCells({ $ }: Mutant): boolean {
  return $("[colspan], [rowspan]").length > 0;
}

/** The elements that hold a label, whatever the page is. */
export function labelElements({ $, definition }: Mutant): Element[] {
  return definition.holds === "record" ? $("dt").toArray() : $("table th").toArray();
}

export function shuffle<Item>(items: readonly Item[], random: Random): Item[] {
  const drawn = items.map((item) => ({ item, place: random.next() }));
  return drawn.sort((a, b) => a.place - b.place).map(({ item }) => item);
}
