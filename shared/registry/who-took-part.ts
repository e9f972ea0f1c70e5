import type { CompiledRelease } from "../ocds/schema.ts";
import type { Money } from "./summarize-amounts.ts";

/** What a supplier did in a process. */
export type ProcessPart = "invited" | "bid" | "won";

/** An award that stands: to whom, and for how much where that is told. */
interface StandingAward {
  /** Parties, each once. */
  suppliers: string[];
  value: Money | undefined;
}

/** The suppliers of a process by party, with what each did; in the order invited, bid, won. */
export function partsTaken(state: CompiledRelease): Map<string, Set<ProcessPart>> {
  const parts = new Map<string, Set<ProcessPart>>();
  const add = (part: ProcessPart, party: string | undefined): void => {
    if (party === undefined) return;
    const own = parts.get(party) ?? new Set();
    parts.set(party, own.add(part));
  };
  const bids = state.bids?.details ?? [];
  for (const { tenderers = [] } of bids.filter(({ status }) => status === "invited")) {
    for (const each of tenderers) add("invited", partyOf(each));
  }
  for (const each of state.tender?.tenderers ?? []) add("bid", partyOf(each));
  for (const { tenderers = [] } of bids.filter(({ status }) => status !== "invited")) {
    for (const each of tenderers) add("bid", partyOf(each));
  }
  for (const { suppliers } of standingAwards(state)) {
    for (const party of suppliers) add("won", party);
  }
  return parts;
}

/** The awards of a process but those that are told to be cancelled, unsuccessful or still pending. */
export function standingAwards({ awards = [] }: CompiledRelease): StandingAward[] {
  return awards.flatMap(({ status, suppliers = [], value }) => {
    if (status != null && status !== "active") return [];
    const { amount, currency } = value ?? {};
    // An amount without its currency is none that can be compared.
    const isTold = typeof amount === "number" && typeof currency === "string";
    return [
      {
        suppliers: [...new Set(suppliers.flatMap((each) => partyOf(each) ?? []))],
        value: isTold ? { amount, currency } : undefined,
      },
    ];
  });
}

function partyOf({ id }: { id?: string | number | undefined }): string | undefined {
  return id === undefined ? undefined : String(id);
}
