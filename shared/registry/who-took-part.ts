import type { CompiledRelease } from "../ocds/schema.ts";
import type { Money } from "./summarize-amounts.ts";

/** What a supplier did in a process. */
export type ProcessPart = "invited" | "bid" | "won";

/** An award that stands: to whom, and for how much where that is told. */
interface StandingAward {
  id: string;
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
  return awards.filter(isStanding).map(({ id, suppliers = [], value }) => ({
    id: String(id),
    suppliers: [...new Set(suppliers.flatMap((each) => partyOf(each) ?? []))],
    value: moneyOf(value),
  }));
}

/** Whether an award is not told to be cancelled, unsuccessful or still pending. */
export function isStanding({ status }: { status?: string | null | undefined }): boolean {
  return status == null || status === "active";
}

/** The RFC of a company; undefined for whoever has none that is published. */
export function rfcOf({
  identifier,
}: Pick<NonNullable<CompiledRelease["parties"]>[number], "identifier">): string | undefined {
  return identifier?.scheme === "MX-RFC" && identifier.id != null
    ? String(identifier.id)
    : undefined;
}

/** An amount with its currency; without it, it is none that can be compared. */
export function moneyOf(
  value: { amount?: unknown; currency?: unknown } | undefined,
): Money | undefined {
  const { amount, currency } = value ?? {};
  return typeof amount === "number" && typeof currency === "string"
    ? { amount, currency }
    : undefined;
}

function partyOf({ id }: { id?: string | number | undefined }): string | undefined {
  return id === undefined ? undefined : String(id);
}
