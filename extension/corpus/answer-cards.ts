import type { Conversations } from "../messages.ts";
import type { Corpus } from "./corpus.ts";
import { createDetails, type Detail, type DetailKind, type DetailOf } from "./details.ts";

type Cards = {
  [K in "process" | "supplier" | "buyer"]: (
    question: Conversations[K]["ask"],
  ) => Promise<Conversations[K]["answer"]>;
};

interface CardSources {
  load(): Promise<Corpus>;
  refresh(): Promise<void>;
}

/** A feed that was asked less than this ago is not asked again because a file of it cannot be read. */
const askAgainAfterMs = 30_000;

/** Answers what the cards ask: of a procedure, a supplier, a buyer. */
export function createCards({ load, refresh }: CardSources): Cards {
  const details = createDetails();

  async function find<K extends DetailKind>(
    kind: K,
    key: string,
  ): Promise<{ known: Corpus; detail: Detail<DetailOf<K>> }> {
    const known = await load();
    const detail = await details.find(kind, key, known.state);
    const askedAt = known.state?.askedAt ?? 0;
    if (detail.problem === undefined || Date.now() - askedAt < askAgainAfterMs) {
      return { known, detail };
    }
    // A feed that was published anew has other files: those that it names now may be there.
    await refresh();
    const anew = await load();
    return { known: anew, detail: await details.find(kind, key, anew.state) };
  }

  return {
    async process({ id }) {
      const { known, detail } = await find("processes", id);
      const place = known.rowOfId.get(id);
      const row = place === undefined ? undefined : known.index.rows.at(place);
      const buyerId = row?.buyerId ?? detail.told?.buyerId;
      return { ...detail, ...(buyerId !== undefined && { buyerId }) };
    },
    async supplier({ party }) {
      const { known, detail } = await find("suppliers", party);
      return { ...detail, rows: known.suppliers.filter((row) => row.party === party) };
    },
    async buyer({ id }) {
      const { known, detail } = await find("buyers", id);
      const name = known.buyerNames.get(id) ?? detail.told?.name;
      return { ...detail, ...(name !== undefined && { name }) };
    },
  };
}
