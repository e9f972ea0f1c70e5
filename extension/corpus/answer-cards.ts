import type { Conversations } from "../messages.ts";
import type { Corpus } from "./corpus.ts";
import { createDetails } from "./details.ts";

type Cards = {
  [K in "process" | "supplier" | "buyer"]: (
    question: Conversations[K]["ask"],
    known: Corpus,
  ) => Promise<Conversations[K]["answer"]>;
};

/** Answers what the cards ask: of a procedure, a supplier, a buyer. */
export function createCards(): Cards {
  const details = createDetails();
  return {
    async process({ id }, { index, rowOfId, state }) {
      const place = rowOfId.get(id);
      const row = place === undefined ? undefined : index.rows[place];
      const detail = await details.find("processes", id, state);
      const buyerId = row?.buyerId ?? detail.told?.buyerId;
      return { ...detail, ...(buyerId !== undefined && { buyerId }) };
    },
    async supplier({ party }, { suppliers, state }) {
      const rows = suppliers.filter((row) => row.party === party);
      return { ...(await details.find("suppliers", party, state)), rows };
    },
    async buyer({ id }, { buyerNames, state }) {
      const detail = await details.find("buyers", id, state);
      const name = buyerNames.get(id) ?? detail.told?.name;
      return { ...detail, ...(name !== undefined && { name }) };
    },
  };
}
