import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextVisit, type Visit } from "../../../shared/monitor/visit.ts";

const minute = 60_000;

describe("the cursor of a visit", () => {
  it("moves to what could be seen before once the user is back after a while", () => {
    const first = nextVisit(undefined, 5, 0);
    expect(first.cursor).toBe(5);
    const during = nextVisit(first, 8, 20 * minute);
    expect(during).toEqual({ cursor: 5, upTo: 8, activeAt: 20 * minute });
    expect(nextVisit(during, 9, 51 * minute)).toEqual({
      cursor: 8,
      upTo: 9,
      activeAt: 51 * minute,
    });
  });

  it("stays where it is while the clock was moved back, and moves again afterwards", () => {
    const visit: Visit = { cursor: 5, upTo: 8, activeAt: 1000 * minute };
    const back = nextVisit(visit, 9, 10 * minute);
    expect(back.cursor).toBe(5);
    expect(nextVisit(back, 9, 41 * minute).cursor).toBe(9);
  });

  it("never goes back, and never passes what was there to be seen, whatever the clock does", () => {
    const signs = fc.array(fc.tuple(fc.nat({ max: 100 }), fc.nat({ max: 500 })), { minLength: 1 });
    fc.assert(
      fc.property(signs, (all) => {
        let visit: Visit | undefined;
        let highest = 0;
        for (const [stamp, minutes] of all) {
          const next = nextVisit(visit, stamp, minutes * minute);
          if (visit) expect(next.cursor).toBeGreaterThanOrEqual(visit.cursor);
          highest = Math.max(highest, stamp);
          expect(next.cursor).toBeLessThanOrEqual(highest);
          visit = next;
        }
      }),
    );
  });
});
