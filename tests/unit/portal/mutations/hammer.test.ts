import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeRandom } from "../../../../fixtures/practice-portal/random.ts";
import { pageCases } from "../page-cases.ts";
import { startMutant } from "./mutant.ts";
import type { Mutation } from "./mutation.ts";
import { labelMutations } from "./relabel.ts";
import { detailLayouts, listLayouts } from "./relayout.ts";
import { valueMutations } from "./revalue.ts";
import { surroundings } from "./surround.ts";
import { judge, type Outcome } from "./verdict.ts";

/** Saved pages of every kind, with all their labels, with few, and with different texts. */
const names = [
  "procedimiento/complete",
  "procedimiento/dates-day-first",
  "procedimiento/empty-date-with-filled-neighbour",
  "procedimiento/only-required-labels",
  "procedimiento/unknown-labels",
  "procedimiento/spellings-3",
  "listado/complete",
  "listado/number-formats",
  "listado/status-words",
  "listado/unknown-columns",
  "padron/complete",
  "padron/company-spellings",
];
const pages = pageCases().filter(({ definition, name }) =>
  names.includes(`${definition.id}/${name}`),
);

const mutations: readonly Mutation[] = [
  ...detailLayouts,
  ...listLayouts,
  ...labelMutations,
  ...surroundings,
  ...valueMutations,
];

type Counts = Record<Outcome, number>;
const noCounts = (): Counts => ({ right: 0, refused: 0, reported: 0, wrong: 0 });

/** Does what the mutations say to a page, in order; undefined where one of them finds nothing to do. */
function mutate(page: (typeof pages)[number], chosen: readonly Mutation[], seed: number) {
  const mutant = startMutant(page);
  const random = makeRandom(seed, mutant.name);
  const isDone = chosen.every(
    (mutation) => mutation.pages.includes(mutant.definition.id) && mutation.mutate(mutant, random),
  );
  return isDone ? mutant : undefined;
}

describe("a page that was changed is read right, or refused, or what is missing is told", () => {
  it("is tried on every kind of page", () => {
    expect(pages.map(({ definition, name }) => `${definition.id}/${name}`).sort()).toEqual(
      [...names].sort(),
    );
  });

  it.each(mutations.map((mutation) => [mutation.name, mutation] as const))(
    "%s",
    (_name, mutation) => {
      const counts = noCounts();
      const whys: string[] = [];
      for (const [seed, page] of pages.entries()) {
        const mutant = mutate(page, [mutation], seed);
        if (mutant === undefined) continue;
        const { outcome, why } = judge(mutant);
        counts[outcome] += 1;
        if (outcome !== "right") whys.push(`${outcome} ${mutant.name}: ${why}`);
      }
      const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
      expect(all, "the mutation finds nothing to do on any page").toBeGreaterThan(0);
      expect(counts.wrong, whys.join("\n")).toBe(0);
      expect(counts.right / all, whys.join("\n")).toBeGreaterThanOrEqual(mutation.right);
    },
  );
});

describe("a page that was changed in several ways", () => {
  const combinations = Number(process.env.HAMMER ?? 250);

  it(`is never read wrong in ${combinations} combinations of two to four changes`, () => {
    const counts = noCounts();
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.subarray(
          mutations.map(({ name }) => name),
          { minLength: 2, maxLength: 4 },
        ),
        fc.integer(),
        (name, chosen, seed) => {
          const page = pages.find((each) => `${each.definition.id}/${each.name}` === name);
          const steps = mutations.filter((mutation) => chosen.includes(mutation.name));
          const mutant = page && mutate(page, steps, seed);
          fc.pre(mutant !== undefined);
          const { outcome, why } = judge(mutant);
          counts[outcome] += 1;
          expect(outcome, why).not.toBe("wrong");
        },
      ),
      {
        numRuns: combinations,
        seed: Number(process.env.SEED ?? 2026),
        maxSkipsPerRun: 300,
        endOnFailure: false,
      },
    );
    console.log(JSON.stringify(counts));
    expect(counts.right).toBeGreaterThan(combinations / 4);
  });
});
