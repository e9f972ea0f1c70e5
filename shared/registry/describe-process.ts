import { maxDetails, type ProcessDetails } from "../feed/process-details.ts";
import type { CompiledRelease } from "../ocds/schema.ts";
import { dropUndefined } from "../values/present.ts";
import { contractsOf } from "./award-contracts.ts";
import { moneyOf, partsTaken, rfcOf, standingAwards } from "./who-took-part.ts";

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
  const invited = [...parts].flatMap(([party, own]) =>
    own.has("invited") ? [nameSupplier(party)] : [],
  );
  const bids = listBids(
    state,
    [...parts].flatMap(([party, own]) => (own.has("bid") ? [party] : [])),
  );
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

/** Every bid with its amount where one is told; who is known to have bid and has no bid of its own stands once. */
function listBids(state: CompiledRelease, bidders: readonly string[]): Bid[] {
  const nameSupplier = namer(state);
  const details = (state.bids?.details ?? []).filter(({ status }) => status !== "invited");
  return bidders.flatMap((party) => {
    const supplier = nameSupplier(party);
    const own = details.filter(({ tenderers = [] }) =>
      tenderers.some(({ id }) => id !== undefined && String(id) === party),
    );
    const values = own.flatMap(({ value }) => moneyOf(value) ?? []);
    return values.length === 0 ? [supplier] : values.map((value) => ({ ...supplier, value }));
  });
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
