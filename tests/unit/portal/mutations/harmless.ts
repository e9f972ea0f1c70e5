import type { Mutant } from "./mutant.ts";
import { findList, findTable, hasWideCells, type Mutation } from "./mutation.ts";

/** What of a page the records are read from. */
function regionOf(mutant: Mutant) {
  return mutant.definition.holds === "record" ? findList(mutant) : findTable(mutant);
}

/** Something that changes nothing of what a page says. */
export function harmless(
  name: string,
  pages: Mutation["pages"],
  change: (mutant: Mutant, region: NonNullable<ReturnType<typeof regionOf>>) => void,
  right = 1,
): Mutation {
  return {
    name,
    pages,
    right,
    mutate: (mutant) => {
      const region = regionOf(mutant);
      if (region === undefined || (region.is("table") && hasWideCells(mutant))) return false;
      change(mutant, region);
      return true;
    },
  };
}
