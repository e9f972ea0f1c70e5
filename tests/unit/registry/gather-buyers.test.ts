import { expect, it } from "vitest";
import { BuyerProfile } from "../../../shared/feed/buyer-profile.ts";
import { gatherBuyers } from "../../../shared/registry/gather-buyers.ts";
import { ana, buyers, nameless, otra, threeStates, una } from "./made-states.ts";

it("tells of each buyer what it awards and to whom, each figure with its n and its coverage", () => {
  const gatherer = gatherBuyers();
  for (const state of threeStates) gatherer.add(state);
  const profiles = gatherer.profiles();
  for (const profile of profiles) expect(BuyerProfile.parse(profile)).toEqual(profile);
  expect(profiles).toMatchObject([
    {
      ...buyers.a,
      coverage: { processes: 2, withBidders: 1, withAwards: 1, awards: 2, awardsWithAmount: 2 },
      amounts: [{ currency: "MXN", n: 2, median: 150.15, lowerQuartile: 125.13 }],
      supplierCount: 1,
      suppliers: [{ party: una.id, name: una.name, rfc: "ZZA010203AB3", awards: 2, withAmount: 2 }],
    },
    {
      ...buyers.b,
      coverage: { processes: 1, withBidders: 0, withAwards: 1, awards: 6, awardsWithAmount: 2 },
      // The amount of two suppliers together is the buyer's, though neither supplier's.
      amounts: [
        { currency: "MXN", n: 1, median: 5000 },
        { currency: "USD", n: 1 },
      ],
      supplierCount: 4,
      suppliers: [
        { party: una.id, awards: 3, withAmount: 1, amounts: [{ currency: "USD" }] },
        { party: ana.id, awards: 1, withAmount: 0, amounts: [] },
        { party: nameless.id, awards: 1, withAmount: 0, amounts: [] },
        { party: otra.id, awards: 1, withAmount: 0, amounts: [] },
      ],
    },
  ]);
  expect(profiles[1]?.suppliers[1]).not.toHaveProperty("rfc");
  expect(gatherer.coverage()).toMatchObject({ processes: 3, withAwards: 2 });
});

it("has no profile of a buyer of whom nobody tells who bid or won", () => {
  const gatherer = gatherBuyers();
  for (const state of threeStates.slice(2)) gatherer.add(state);
  expect(gatherer.profiles()).toEqual([]);
  expect(gatherer.coverage()).toMatchObject({ processes: 1, withAwards: 0 });
});
