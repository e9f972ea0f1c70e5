import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameLimit } from "../../../shared/monitor/personal-limits.ts";
import { nameKey, uniqueName } from "../../../shared/monitor/unique-name.ts";

describe("the name of a saved search", () => {
  it.each([
    ["Tóner", [], "Tóner"],
    ["  Tóner   a color ", [], "Tóner a color"],
    ["toner", ["TÓNER"], "toner 2"],
    ["Tóner", ["Tóner", "tóner 2"], "Tóner 3"],
    ["Tóner 2", ["Tóner 2"], "Tóner 3"],
    ["Papelería 2026", ["Papelería 2026"], "Papelería 2026 2"],
    ["Papelería 2026 2", ["Papelería 2026", "Papelería 2026 2"], "Papelería 2026 3"],
    ["Tóner 99", ["Tóner 99"], "Tóner 2"],
    ["Año", ["Ano"], "Año"],
  ])("made of «%s» beside %j is «%s»", (name, taken, unique) => {
    expect(uniqueName(name, taken)).toBe(unique);
  });

  it("is unlike all others and never too long", () => {
    const names = fc.constantFrom("Tóner", "toner", "Tóner 2", "x".repeat(90), "Papel");
    fc.assert(
      fc.property(fc.array(names, { maxLength: 12 }), (all) => {
        const taken: string[] = [];
        for (const name of all) taken.push(uniqueName(name, taken));
        expect(new Set(taken.map(nameKey)).size).toBe(taken.length);
        expect(Math.max(0, ...taken.map((name) => name.length))).toBeLessThanOrEqual(nameLimit);
      }),
    );
  });
});
