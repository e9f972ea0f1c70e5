import { expect, it } from "vitest";
import { maxDetails, ProcessDetails } from "../../../shared/feed/process-details.ts";
import { describeProcess } from "../../../shared/registry/describe-process.ts";
import { ana, makeState, otra, pesos, threeStates, una } from "./made-states.ts";

const about = { id: "1", confidence: 0.9 };
const company = { party: una.id, name: una.name, rfc: "ZZA010203AB3" };
const person = { party: ana.id, name: ana.name };

it("tells who was invited, who bid and who won, with the contract where one is told", () => {
  const [first] = threeStates;
  const details = first && describeProcess(first, about);
  expect(ProcessDetails.parse(details)).toEqual({
    id: "1",
    ocid: "ocds-1",
    buyerId: "MX-DUR-UC-a",
    confidence: 0.9,
    counts: { invited: 1, bids: 2, awards: 2 },
    invited: [{ party: otra.id, name: otra.name, rfc: "ZZB150630K13" }],
    bids: [company, person],
    awards: [
      {
        suppliers: [company],
        value: pesos(100.1),
        contracts: [
          {
            number: "C-1",
            signedAt: "2026-02-01T00:00:00-06:00",
            endsAt: "2026-06-30T00:00:00-06:00",
            value: pesos(100.1),
            url: "https://contratos.example.org/1.pdf",
            amendments: 1,
          },
        ],
      },
      // An id of our own making is no number of a contract.
      { suppliers: [company], value: pesos(200.2), contracts: [{ amendments: 0 }] },
    ],
  });
});

it("tells every quote with its amount, and of many bids the first, with how many there are", () => {
  const quotes = Array.from({ length: maxDetails + 1 }, (_, at) => ({
    id: `q${at}`,
    tenderers: [una],
    value: pesos(at + 1),
  }));
  const details = describeProcess(makeState("ocds-4", "a", { bids: { details: quotes } }), about);
  expect(details?.counts.bids).toBe(maxDetails + 1);
  expect(details?.bids).toHaveLength(maxDetails);
  expect(details?.bids[1]).toEqual({ ...company, value: pesos(2) });
});

it("tells nothing where nobody does", () => {
  const [, , third] = threeStates;
  expect(third && describeProcess(third, about)).toBeUndefined();
});
