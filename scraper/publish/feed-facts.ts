import type { FeedIndex } from "../../shared/feed/index-schema.ts";
import type { CompiledRelease } from "../../shared/ocds/schema.ts";
import { StopRunError } from "../errors.ts";
import type { FeedFormat } from "./publication.ts";

/** What the feed says of itself as a whole, as `index.json` holds it. */
export type FeedFacts = Pick<
  FeedIndex,
  "counts" | "firstReleaseAt" | "lastReleaseAt" | "lastCursor"
>;

/** A format that writes nothing and counts what goes by. */
export interface FactCounter extends FeedFormat {
  /** Called after the last supplier. Throws `StopRunError` where no release went by. */
  facts(): FeedFacts;
}

export function countFacts(): FactCounter {
  const buyers = new Set<string>();
  const counts = {
    procedures: 0,
    reported: 0,
    withdrawn: 0,
    releases: 0,
    documents: 0,
    withdrawnDocuments: 0,
    buyers: 0,
    suppliers: 0,
    awards: 0,
    contracts: 0,
  };
  const countAwards = ({ awards = [], contracts = [] }: CompiledRelease) => {
    counts.awards += awards.length;
    counts.contracts += contracts.length;
  };
  let first: string | undefined;
  let last: string | undefined;
  let lastCursor = 0;
  return {
    addRelease: async ({ seq, release: { date } }) => {
      counts.releases += 1;
      lastCursor = Math.max(lastCursor, seq);
      // A clock that was set back leaves releases whose order is not that of their dates.
      if (first === undefined || Date.parse(date) < Date.parse(first)) first = date;
      if (last === undefined || Date.parse(date) > Date.parse(last)) last = date;
    },
    addUndo: async ({ seq }) => {
      lastCursor = Math.max(lastCursor, seq);
    },
    addReported: async ({ compiled }) => {
      counts.reported += 1;
      if (compiled.buyer?.id !== undefined) buyers.add(String(compiled.buyer.id));
      countAwards(compiled);
    },
    addProcess: async ({ compiled, row, evidence: { documents } }) => {
      counts.procedures += 1;
      countAwards(compiled);
      if (row.withdrawnAt !== undefined) counts.withdrawn += 1;
      counts.documents += documents.length;
      counts.withdrawnDocuments += documents.filter(
        ({ withdrawnAt }) => withdrawnAt !== undefined,
      ).length;
      if (row.buyerId !== undefined) buyers.add(row.buyerId);
    },
    addSuppliers: async (suppliers) => {
      counts.suppliers = suppliers.length;
    },
    finish: async () => undefined,
    facts: () => {
      if (first === undefined || last === undefined) {
        throw new StopRunError(
          "The store holds no release, so there is nothing to publish. Run `compras scrape` first.",
        );
      }
      return {
        counts: { ...counts, buyers: buyers.size },
        firstReleaseAt: first,
        lastReleaseAt: last,
        lastCursor,
      };
    },
  };
}
