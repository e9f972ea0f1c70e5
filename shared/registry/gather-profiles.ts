import {
  maxProfileProcesses,
  type ProfileCoverage,
  type SupplierProfile,
} from "../feed/supplier-profile.ts";
import type { Listing69b, SupplierRow } from "../feed/supplier-row.ts";
import type { CompiledRelease } from "../ocds/schema.ts";
import { dropUndefined } from "../values/present.ts";
import { nameKey } from "./fold-name.ts";
import { type Money, summarizeAmounts } from "./summarize-amounts.ts";
import { type ProcessPart, partsTaken, standingAwards } from "./who-took-part.ts";

/** What is gathered of one supplier. */
interface Gathered {
  names: Set<string>;
  rfc: string | undefined;
  processes: Map<string, SupplierProfile["processes"][number]>;
  awards: { buyer: CompiledRelease["buyer"]; value: Money | undefined }[];
}

/** The suppliers of all processes while these go by. */
export interface ProfileGatherer {
  add(state: CompiledRelease): void;
  coverage(): ProfileCoverage;
  /** By party. @param listings what the SAT's list says, by RFC. */
  profiles(
    registry: readonly SupplierRow[],
    listings: ReadonlyMap<string, Listing69b>,
  ): SupplierProfile[];
}

export function gatherProfiles(): ProfileGatherer {
  const found = new Map<string, Gathered>();
  const coverage: ProfileCoverage = {
    processes: 0,
    withBidders: 0,
    withAwards: 0,
    awards: 0,
    awardsWithSupplier: 0,
    awardsWithAmount: 0,
    awardsShared: 0,
  };
  const gather = (party: string): Gathered => {
    const known = found.get(party);
    if (known) return known;
    const fresh: Gathered = { names: new Set(), rfc: undefined, processes: new Map(), awards: [] };
    found.set(party, fresh);
    return fresh;
  };
  return {
    add: (state) => {
      const parts = partsTaken(state);
      const awards = standingAwards(state);
      coverage.processes += 1;
      if ([...parts.values()].some((own) => own.has("bid"))) coverage.withBidders += 1;
      if (awards.length > 0) coverage.withAwards += 1;
      for (const [party, own] of parts) addPart(gather(party), party, own, state);
      for (const { suppliers, value } of awards) {
        coverage.awards += 1;
        if (suppliers.length > 0) coverage.awardsWithSupplier += 1;
        if (suppliers.length > 1) coverage.awardsShared += 1;
        if (value !== undefined) coverage.awardsWithAmount += 1;
        // What several won together is the amount of none of them.
        const own = suppliers.length === 1 ? value : undefined;
        for (const party of suppliers)
          gather(party).awards.push({ buyer: state.buyer, value: own });
      }
    },
    coverage: () => coverage,
    profiles: (registry, listings) => {
      const rowsOf = groupBy(
        registry,
        ({ party }) => party,
        ({ id }) => id,
      );
      const partiesOf = groupBy(
        [...found].flatMap(([party, { names }]) => [...names].map((name) => ({ party, name }))),
        ({ name }) => nameKey(name),
        ({ party }) => party,
      );
      return [...found]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([party, gathered]) => {
          const same = [...gathered.names].flatMap((name) => partiesOf.get(nameKey(name)) ?? []);
          return describeProfile(party, gathered, {
            sameName: [...new Set(same)].filter((other) => other !== party).sort(),
            registry: rowsOf.get(party) ?? [],
            article69b: gathered.rfc === undefined ? undefined : listings.get(gathered.rfc),
          });
        });
    },
  };
}

function addPart(
  gathered: Gathered,
  party: string,
  parts: ReadonlySet<ProcessPart>,
  { ocid, tender, buyer, parties = [] }: CompiledRelease,
): void {
  const about = parties.find(({ id }) => String(id) === party);
  if (about?.name) gathered.names.add(about.name);
  const { identifier } = about ?? {};
  if (identifier?.scheme === "MX-RFC") gathered.rfc = String(identifier.id);
  gathered.processes.set(
    ocid,
    dropUndefined<SupplierProfile["processes"][number]>({
      ocid,
      title: tender?.title ?? undefined,
      buyerName: buyer?.name ?? undefined,
      parts: [...parts],
    }),
  );
}

function describeProfile(
  party: string,
  { names, rfc, processes, awards }: Gathered,
  rest: Pick<SupplierProfile, "sameName" | "registry"> & { article69b: Listing69b | undefined },
): SupplierProfile {
  const [name = party, ...otherNames] = [...names].sort();
  const took = [...processes.values()].sort((a, b) => (a.ocid < b.ocid ? -1 : 1));
  const count = (part: ProcessPart) => took.filter(({ parts }) => parts.includes(part)).length;
  return dropUndefined<SupplierProfile>({
    party,
    name,
    rfc,
    otherNames,
    ...rest,
    invited: count("invited"),
    bid: count("bid"),
    won: count("won"),
    ...describeAwards(awards),
    buyers: describeBuyers(awards),
    processes: took.slice(0, maxProfileProcesses),
  });
}

function describeAwards(awards: Gathered["awards"]) {
  const values = awards.flatMap(({ value }) => value ?? []);
  return { awards: awards.length, withAmount: values.length, amounts: summarizeAmounts(values) };
}

function describeBuyers(awards: Gathered["awards"]): SupplierProfile["buyers"] {
  const byBuyer = groupBy(
    awards,
    ({ buyer }) => String(buyer?.id ?? buyer?.name ?? ""),
    (award) => award,
  );
  return [...byBuyer]
    .map(([key, own]) => ({ key, own, buyer: own[0]?.buyer }))
    .sort((a, b) => b.own.length - a.own.length || (a.key < b.key ? -1 : 1))
    .map(({ own, buyer }) =>
      dropUndefined<SupplierProfile["buyers"][number]>({
        id: buyer?.id === undefined ? undefined : String(buyer.id),
        name: buyer?.name ?? undefined,
        ...describeAwards(own),
      }),
    );
}

function groupBy<Item, Value>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  pick: (item: Item) => Value,
): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const item of items) {
    const known = groups.get(keyOf(item));
    if (known) known.push(pick(item));
    else groups.set(keyOf(item), [pick(item)]);
  }
  return groups;
}
