import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pageCases } from "../page-cases.ts";
import { applyMutations, mutations } from "./all-mutations.ts";
import { type Mutant, mutantMaker } from "./mutant.ts";
import type { Mutation } from "./mutation.ts";
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
const makers = new Map(
  pageCases().flatMap((page) => {
    const name = `${page.definition.id}/${page.name}`;
    return names.includes(name) ? [[name, { page, make: mutantMaker(page) }] as const] : [];
  }),
);

type Counts = Record<Outcome, number>;
const noCounts = (): Counts => ({ right: 0, refused: 0, reported: 0, wrong: 0 });

/** A saved page after what the mutations do to it; undefined where one of them finds nothing to do. */
function mutate(name: string, chosen: readonly Mutation[], seed: number): Mutant | undefined {
  const mutant = makers.get(name)?.make();
  if (mutant === undefined) throw new Error(`there is no saved page ${name}`);
  return applyMutations(mutant, chosen, seed) ? mutant : undefined;
}

const applicable = (name: string) =>
  mutations.filter(({ pages }) => pages.some((page) => name.startsWith(`${page}/`)));

describe("a page that was changed is read right, or refused, or what is missing is told", () => {
  it("is tried on every kind of page", () => {
    expect([...makers.keys()].sort()).toEqual([...names].sort());
  });

  const table = ["right refused reported wrong"];
  const totals = noCounts();

  it.each(mutations.map((mutation) => [mutation.name, mutation] as const))(
    "%s",
    (name, mutation) => {
      const counts = noCounts();
      const whys: string[] = [];
      for (const [seed, page] of names.entries()) {
        const mutant = applicable(page).includes(mutation)
          ? mutate(page, [mutation], seed)
          : undefined;
        if (mutant === undefined) continue;
        const { outcome, why } = judge(mutant);
        counts[outcome] += 1;
        totals[outcome] += 1;
        if (outcome !== "right") whys.push(`${outcome} ${mutant.name}: ${why}`);
      }
      const { right, refused, reported, wrong } = counts;
      const all = right + refused + reported + wrong;
      expect(all, "the mutation finds nothing to do on any page").toBeGreaterThan(0);
      expect(wrong, whys.join("\n")).toBe(0);
      expect(right / all, whys.join("\n")).toBeGreaterThanOrEqual(mutation.right);
      const cells = [right, refused, reported, wrong].map((count, column) =>
        String(count).padStart([5, 7, 8, 5][column] ?? 0),
      );
      table.push(`${cells.join(" ")}  ${name}`);
    },
  );

  it("comes out as counts.txt says, so that a reader sees what is refused and what is not", async () => {
    await expect(`${table.join("\n")}\n`).toMatchFileSnapshot("counts.txt");
  });

  it("comes out in all as docs/contrato-con-el-portal.md says", () => {
    const all = Object.values(totals).reduce((sum, count) => sum + count, 0);
    const { right, refused, reported, wrong } = totals;
    const cells = [mutations.length, all, right, refused, reported, wrong];
    const page = new URL("../../../../docs/contrato-con-el-portal.md", import.meta.url);
    expect(readFileSync(page, "utf8").split("\n")).toContain(`| ${cells.join(" | ")} |`);
  });
});

describe("a page that was changed in several ways", () => {
  const combinations = 200;

  it(`is never read wrong in ${combinations} combinations of two to four changes`, () => {
    const counts = noCounts();
    fc.assert(
      fc.property(
        fc.constantFrom(...names).chain((name) =>
          fc.tuple(
            fc.constant(name),
            fc.subarray(
              applicable(name).map((mutation) => mutation.name),
              { minLength: 2, maxLength: 4 },
            ),
          ),
        ),
        fc.integer(),
        ([name, chosen], seed) => {
          const steps = mutations.filter((mutation) => chosen.includes(mutation.name));
          const mutant = mutate(name, steps, seed);
          fc.pre(mutant !== undefined);
          const { outcome, why } = judge(mutant);
          counts[outcome] += 1;
          expect(outcome, why).not.toBe("wrong");
        },
      ),
      { numRuns: combinations, seed: 2026, maxSkipsPerRun: 300 },
    );
    expect(counts.right).toBeGreaterThan(combinations / 4);
  });
});
