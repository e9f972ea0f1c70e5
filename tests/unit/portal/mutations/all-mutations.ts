import { makeRandom } from "../../../../fixtures/practice-portal/random.ts";
import type { Mutant } from "./mutant.ts";
import type { Mutation } from "./mutation.ts";
import { labelMutations } from "./relabel.ts";
import { detailLayouts, listLayouts } from "./relayout.ts";
import { valueMutations } from "./revalue.ts";
import { surroundings } from "./surround.ts";

/** Every mutation there is. */
export const mutations: readonly Mutation[] = [
  ...detailLayouts,
  ...listLayouts,
  ...labelMutations,
  ...surroundings,
  ...valueMutations,
];

/** Does what the mutations say to a page, in order; false where one of them finds nothing to do. */
export function applyMutations(mutant: Mutant, chosen: readonly Mutation[], seed: number): boolean {
  const random = makeRandom(seed, mutant.name);
  return chosen.every((mutation) => mutation.mutate(mutant, random));
}
