import { CompiledRelease } from "../../../shared/ocds/schema.ts";

export const una = { id: "MX-RFC-ZZA010203AB3", name: "UNA, S.A. DE C.V." };
export const otra = { id: "MX-RFC-ZZB150630K13", name: "Una SA de CV" };
export const ana = { id: "MX-DUR-PROV-0123456789abcdef", name: "ANA ZETA" };
export const nameless = { id: "MX-DUR-PROV-aaaaaaaaaaaaaaaa", name: "UNA S.A. DE C.V." };
export const buyers = {
  a: { id: "MX-DUR-UC-a", name: "SALUD" },
  b: { id: "MX-DUR-UC-b", name: "OBRAS" },
};
export const pesos = (amount: number) => ({ amount, currency: "MXN" }) as const;

/** A state that the model accepts, with its parties named. */
export function makeState(ocid: string, buyer: keyof typeof buyers, rest: object): CompiledRelease {
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

/** Three processes of two buyers: one with bids and awards, one of which the awards are odd, and one of which nothing is told. */
export const threeStates: readonly CompiledRelease[] = [
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
    contracts: [
      {
        id: "C-1",
        awardID: "1",
        dateSigned: "2026-02-01T00:00:00-06:00",
        period: { endDate: "2026-06-30T00:00:00-06:00" },
        value: pesos(100.1),
        documents: [
          {
            id: "d",
            documentType: "contractSigned",
            url: "https://contratos.example.org/1.pdf",
          },
        ],
        amendments: [{ id: "a" }],
      },
      { id: "contrato-0123456789abcdef", awardID: "3" },
    ],
  }),
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
  makeState("ocds-3", "a", { tender: { id: "3", title: "NADA" } }),
];
