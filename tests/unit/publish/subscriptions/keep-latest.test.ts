import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keepLatest } from "../../../../scraper/publish/subscriptions/keep-latest.ts";

describe("keepLatest", () => {
  it("keeps what sorting all and cutting would, however the items come", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat({ max: 999 }), { maxLength: 60 }),
        fc.integer({ min: 1, max: 20 }),
        (numbers, limit) => {
          const latest = keepLatest<{ rank: string }>(limit);
          const ranks = numbers.map((number) => String(number).padStart(3, "0"));
          for (const rank of ranks) latest.add({ rank });
          const { items, isWhole } = latest.list();
          expect(items.map(({ rank }) => rank)).toEqual([...ranks].sort().slice(-limit));
          expect(isWhole).toBe(ranks.length <= limit);
        },
      ),
    );
  });
});
