import { describe, expect, it } from "vitest";
import { SupplierProfile } from "../../../shared/feed/supplier-profile.ts";
import { CompiledRelease } from "../../../shared/ocds/schema.ts";
import { gatherProfiles } from "../../../shared/registry/gather-profiles.ts";
import { summarizeAmounts } from "../../../shared/registry/summarize-amounts.ts";

const una = { id: "MX-RFC-ZZA010203AB3", name: "UNA, S.A. DE C.V." };
const otra = { id: "MX-RFC-ZZB150630K13", name: "Una SA de CV" };
const ana = { id: "MX-DUR-PROV-0123456789abcdef", name: "ANA ZETA" };
const nameless = { id: "MX-DUR-PROV-aaaaaaaaaaaaaaaa", name: "UNA S.A. DE C.V." };
const buyers = { a: { id: "MX-DUR-UC-a", name: "SALUD" }, b: { id: "MX-DUR-UC-b", name: "OBRAS" } };
const pesos = (amount: number) => ({ amount, currency: "MXN" }) as const;

/** A state that the model accepts, with its parties named. */
function makeState(ocid: string, buyer: keyof typeof buyers, rest: object): CompiledRelease {
  const suppliers = [una, otra, ana, nameless].map((each) => ({
    ...each,
    ...(each.id.startsWith("MX-RFC-") && {
      identifier: { scheme: "MX-RFC", id: each.id.slice(7) },
    }),
    roles: ["tenderer"],
  }));
  return CompiledRelease.parse({
    ocid,
    id: `${ocid}-1`,
    date: "2026-03-01T12:00:00-06:00",
    tag: ["compiled"],
    initiationType: "tender",
    buyer: buyers[buyer],
    parties: suppliers,
    ...rest,
  });
}

function gather() {
  const gatherer = gatherProfiles();
  gatherer.add(
    makeState("ocds-1", "a", {
      tender: { id: "1", title: "PAPEL", tenderers: [una, ana] },
      bids: {
        details: [
          { id: "b", status: "invited", tenderers: [otra] },
          { id: "c", tenderers: [una] },
        ],
      },
      awards: [
        { id: "1", status: "active", suppliers: [una], value: pesos(100.1) },
        { id: "2", status: "cancelled", suppliers: [ana], value: pesos(999) },
        { id: "3", suppliers: [una], value: pesos(200.2) },
      ],
    }),
  );
  gatherer.add(
    makeState("ocds-2", "b", {
      awards: [
        { id: "1", status: "active", suppliers: [una, otra], value: pesos(5000) },
        { id: "2", status: "active", suppliers: [una] },
        { id: "3", status: "active", suppliers: [una], value: { amount: 7, currency: "USD" } },
        { id: "4", status: "active", suppliers: [ana], value: { amount: 1 } },
        { id: "5", status: "active" },
        { id: "6", status: "active", suppliers: [nameless] },
      ],
    }),
  );
  gatherer.add(makeState("ocds-3", "a", { tender: { id: "3", title: "NADA" } }));
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
        { ocid: "ocds-1", title: "PAPEL", buyerName: "SALUD", parts: ["bid", "won"] },
        { ocid: "ocds-2", buyerName: "OBRAS", parts: ["won"] },
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
