import { type BuyerProfile, maxBuyerSuppliers } from "../feed/buyer-profile.ts";
import type { ProfileCoverage } from "../feed/supplier-profile.ts";
import type { CompiledRelease } from "../ocds/schema.ts";
import { groupBy } from "../values/group-by.ts";
import { dropUndefined } from "../values/present.ts";
import { describeAwards } from "./describe-awards.ts";
import { cover, emptyCoverage } from "./profile-coverage.ts";
import { type Money, summarizeAmounts } from "./summarize-amounts.ts";
import { rfcOf, standingAwards } from "./who-took-part.ts";

/** What is gathered of one buyer. */
interface Gathered {
  name: string | undefined;
  coverage: ProfileCoverage;
  values: Money[];
  /** One for each supplier of each award. */
  wins: { party: string; name: string; rfc: string | undefined; value: Money | undefined }[];
}

/** The buyers of all processes while these go by. */
export interface BuyerGatherer {
  /** Of several names of a buyer the first that comes stays. */
  add(state: CompiledRelease): void;
  coverage(): ProfileCoverage;
  /** By id: those of which somebody tells who bid or who won. */
  profiles(): BuyerProfile[];
}

export function gatherBuyers(): BuyerGatherer {
  const found = new Map<string, Gathered>();
  const coverage = emptyCoverage();
  return {
    add: (state) => {
      cover(coverage, state);
      const { buyer } = state;
      if (buyer?.id === undefined) return;
      const id = String(buyer.id);
      const gathered = found.get(id) ?? {
        name: buyer.name ?? undefined,
        coverage: emptyCoverage(),
        values: [],
        wins: [],
      };
      found.set(id, gathered);
      addTo(gathered, state);
    },
    coverage: () => coverage,
    profiles: () =>
      [...found]
        .filter(([, { coverage: own }]) => own.withBidders + own.withAwards > 0)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([id, gathered]) => describeBuyer(id, gathered)),
  };
}

function addTo({ coverage, values, wins }: Gathered, state: CompiledRelease): void {
  cover(coverage, state);
  const parties = new Map((state.parties ?? []).map((party) => [String(party.id), party]));
  for (const { suppliers, value } of standingAwards(state)) {
    if (value !== undefined) values.push(value);
    for (const party of suppliers) {
      const about = parties.get(party);
      wins.push({
        party,
        name: about?.name ?? party,
        rfc: about && rfcOf(about),
        // What several won together is the amount of none of them.
        value: suppliers.length === 1 ? value : undefined,
      });
    }
  }
}

function describeBuyer(id: string, { name, coverage, values, wins }: Gathered): BuyerProfile {
  const bySupplier = groupBy(
    wins,
    ({ party }) => party,
    (win) => win,
  );
  const suppliers = [...bySupplier].sort(
    ([a, own], [b, others]) => others.length - own.length || (a < b ? -1 : 1),
  );
  return dropUndefined<BuyerProfile>({
    id,
    name,
    coverage,
    amounts: summarizeAmounts(values),
    supplierCount: suppliers.length,
    suppliers: suppliers.slice(0, maxBuyerSuppliers).map(([party, own]) =>
      dropUndefined<BuyerProfile["suppliers"][number]>({
        party,
        name: own[0]?.name ?? party,
        rfc: own[0]?.rfc,
        ...describeAwards(own),
      }),
    ),
  });
}
