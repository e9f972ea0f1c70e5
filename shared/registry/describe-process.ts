import { maxDetails, type ProcessDetails } from "../feed/process-details.ts";
import type { CompiledRelease } from "../ocds/schema.ts";
import { dropUndefined } from "../values/present.ts";
import { contractsOf } from "./award-contracts.ts";
import { moneyOf, type ProcessPart, partsTaken, rfcOf, standingAwards } from "./who-took-part.ts";

type Supplier = ProcessDetails["invited"][number];
type Bid = ProcessDetails["bids"][number];

/**
 * Who was invited, who bid and who won, for a reader's eye; undefined where nobody tells any of it.
 *
 * @param id the portal's number.
 */
export function describeProcess(
  state: CompiledRelease,
  { id, confidence }: { id: string; confidence: number | undefined },
): ProcessDetails | undefined {
  const parts = partsTaken(state);
  const nameSupplier = namer(state);
  const suppliersWho = (part: ProcessPart) =>
    [...parts].flatMap(([party, own]) => (own.has(part) ? [nameSupplier(party)] : []));
  const invited = suppliersWho("invited");
  const bids = suppliersWho("bid").flatMap((supplier) => bidsOf(supplier, state));
  const awards = standingAwards(state);
  if (invited.length + bids.length + awards.length === 0) return undefined;
  return dropUndefined<ProcessDetails>({
    id,
    ocid: state.ocid,
    buyerId: state.buyer?.id === undefined ? undefined : String(state.buyer.id),
    confidence,
    counts: { invited: invited.length, bids: bids.length, awards: awards.length },
    invited: invited.slice(0, maxDetails),
    bids: bids.slice(0, maxDetails),
    awards: awards.slice(0, maxDetails).map(({ id: awardId, suppliers, value }) =>
      dropUndefined<ProcessDetails["awards"][number]>({
        suppliers: suppliers.slice(0, maxDetails).map(nameSupplier),
        value,
        contracts: contractsOf(state, awardId).slice(0, maxDetails),
      }),
    ),
  });
}

/** Every bid of a supplier whose amount is told; one without where none is. */
function bidsOf(supplier: Supplier, { bids }: CompiledRelease): Bid[] {
  const values = (bids?.details ?? [])
    .filter(({ status }) => status !== "invited")
    .filter(({ tenderers = [] }) =>
      tenderers.some(({ id }) => id !== undefined && String(id) === supplier.party),
    )
    .flatMap(({ value }) => moneyOf(value) ?? []);
  return values.length === 0 ? [supplier] : values.map((value) => ({ ...supplier, value }));
}

function namer({ parties = [] }: CompiledRelease): (party: string) => Supplier {
  const byId = new Map(parties.map((party) => [String(party.id), party]));
  return (party) => {
    const about = byId.get(party);
    return dropUndefined<Supplier>({
      party,
      name: about?.name ?? party,
      rfc: about && rfcOf(about),
    });
  };
}
