import { describe, expect, it } from "vitest";
import { SupplierProfile } from "../../../shared/feed/supplier-profile.ts";
import { gatherProfiles } from "../../../shared/registry/gather-profiles.ts";
import { summarizeAmounts } from "../../../shared/registry/summarize-amounts.ts";
import { ana, buyers, nameless, otra, pesos, threeStates, una } from "./made-states.ts";

function gather() {
  const gatherer = gatherProfiles();
  for (const state of threeStates) {
    gatherer.add(state, state.ocid === "ocds-1" ? "https://portal.example.org/1" : undefined);
  }
  return gatherer;
}

describe("what suppliers bid for and won", () => {
  it("rests on a coverage that says what is told, and what is not", () => {
    expect(gather().coverage()).toEqual({
      processes: 3,
      withBidders: 1,
      withAwards: 2,
      awards: 8,
      awardsWithSupplier: 7,
      awardsWithAmount: 4,
      awardsShared: 1,
    });
  });

  it("has one profile a party, each figure with its n, no currency added to another, and nothing shared counted as one's own", () => {
    const listing = { situation: "presunto", listDate: "2026-06-30" } as const;
    const profiles = gather().profiles([], new Map([["ZZA010203AB3", listing]]));
    for (const profile of profiles) expect(SupplierProfile.parse(profile)).toEqual(profile);
    const own = profiles.find(({ party }) => party === una.id);
    const inPesos = {
      currency: "MXN",
      n: 2,
      sum: 300.3,
      least: 100.1,
      lowerQuartile: 125.13,
      median: 150.15,
      upperQuartile: 175.18,
      most: 200.2,
    };
    const inDollars = {
      currency: "USD",
      n: 1,
      sum: 7,
      least: 7,
      lowerQuartile: 7,
      median: 7,
      upperQuartile: 7,
      most: 7,
    };
    expect(own).toEqual({
      party: una.id,
      name: una.name,
      rfc: "ZZA010203AB3",
      otherNames: [],
      // A homonym with another RFC and one without any are told, and not counted.
      sameName: [nameless.id, otra.id],
      registry: [],
      article69b: listing,
      invited: 0,
      bid: 1,
      won: 2,
      awards: 5,
      withAmount: 3,
      amounts: [inPesos, inDollars],
      buyers: [
        { ...buyers.b, awards: 3, withAmount: 1, amounts: [inDollars] },
        { ...buyers.a, awards: 2, withAmount: 2, amounts: [inPesos] },
      ],
      processes: [
        {
          ocid: "ocds-1",
          title: "PAPEL",
          buyerName: "SALUD",
          url: "https://portal.example.org/1",
          parts: ["bid", "won"],
          awards: [
            {
              value: pesos(100.1),
              contract: "C-1",
              signedAt: "2026-02-01T00:00:00-06:00",
              contractUrl: "https://contratos.example.org/1.pdf",
            },
            { value: pesos(200.2) },
          ],
        },
        {
          ocid: "ocds-2",
          buyerName: "OBRAS",
          parts: ["won"],
          // What several won together is told as theirs; what nobody tells is absent.
          awards: [
            { value: pesos(5000), isShared: true },
            {},
            { value: { amount: 7, currency: "USD" } },
          ],
        },
      ],
    });
    const figures = profiles.map(({ party, invited, bid, won, awards, withAmount, amounts }) => [
      party,
      [invited, bid, won, awards, withAmount, amounts.length],
    ]);
    expect(Object.fromEntries(figures)).toMatchObject({
      [otra.id]: [1, 0, 1, 1, 0, 0],
      [ana.id]: [0, 1, 1, 1, 0, 0],
    });
  });
});

it("says of no amount nothing, and of one that it is all", () => {
  expect(summarizeAmounts([])).toEqual([]);
  const [only] = summarizeAmounts([pesos(0.1), pesos(0.2)]);
  expect(only).toMatchObject({ n: 2, sum: 0.3, median: 0.15 });
});
