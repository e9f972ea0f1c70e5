import {
  maxProfileProcesses,
  type ProfileCoverage,
  type SupplierProfile,
} from "../feed/supplier-profile.ts";
import type { Listing69b, SupplierRow } from "../feed/supplier-row.ts";
import type { CompiledRelease } from "../ocds/schema.ts";
import { groupBy } from "../values/group-by.ts";
import { dropUndefined } from "../values/present.ts";
import { contractsOf } from "./award-contracts.ts";
import { describeAwards } from "./describe-awards.ts";
import { nameKey } from "./fold-name.ts";
import { cover, emptyCoverage } from "./profile-coverage.ts";
import type { Money } from "./summarize-amounts.ts";
import { type ProcessPart, partsTaken, rfcOf, standingAwards } from "./who-took-part.ts";

/** What is gathered of one supplier. */
interface Gathered {
  names: Set<string>;
  rfc: string | undefined;
  processes: Map<string, SupplierProfile["processes"][number]>;
  awards: { buyer: CompiledRelease["buyer"]; value: Money | undefined }[];
}

/** The suppliers of all processes while these go by. */
export interface ProfileGatherer {
  /** @param url the procedure's page on the portal; absent where the portal does not have it. */
  add(state: CompiledRelease, url?: string): void;
  coverage(): ProfileCoverage;
  /** By party. @param listings what the SAT's list says, by RFC. */
  profiles(
    registry: readonly SupplierRow[],
    listings: ReadonlyMap<string, Listing69b>,
  ): SupplierProfile[];
}

export function gatherProfiles(): ProfileGatherer {
  const found = new Map<string, Gathered>();
  const coverage = emptyCoverage();
  const gather = (party: string): Gathered => {
    const known = found.get(party);
    if (known) return known;
    const fresh: Gathered = { names: new Set(), rfc: undefined, processes: new Map(), awards: [] };
    found.set(party, fresh);
    return fresh;
  };
  return {
    add: (state, url) => {
      cover(coverage, state);
      for (const [party, own] of partsTaken(state)) addPart(gather(party), party, own, state, url);
      for (const { suppliers, value } of standingAwards(state)) {
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
  state: CompiledRelease,
  url: string | undefined,
): void {
  const { ocid, tender, buyer, parties = [] } = state;
  const about = parties.find(({ id }) => String(id) === party);
  if (about?.name) gathered.names.add(about.name);
  gathered.rfc = (about && rfcOf(about)) ?? gathered.rfc;
  gathered.processes.set(
    ocid,
    dropUndefined<SupplierProfile["processes"][number]>({
      ocid,
      title: tender?.title ?? undefined,
      buyerName: buyer?.name ?? undefined,
      url,
      parts: [...parts],
      awards: awardsTo(party, state),
    }),
  );
}

type Won = SupplierProfile["processes"][number]["awards"][number];

function awardsTo(party: string, state: CompiledRelease): Won[] {
  return standingAwards(state)
    .filter(({ suppliers }) => suppliers.includes(party))
    .map(({ id, suppliers, value }) => {
      const [contract] = contractsOf(state, id);
      return dropUndefined<Won>({
        value,
        isShared: suppliers.length > 1 || undefined,
        contract: contract?.number,
        signedAt: contract?.signedAt,
        contractUrl: contract?.url,
      });
    });
}

function describeProfile(
  party: string,
  { names, rfc, processes, awards }: Gathered,
  rest: Pick<SupplierProfile, "sameName" | "registry"> & { article69b: Listing69b | undefined },
): SupplierProfile {
  const [name = party, ...otherNames] = [...names].sort();
  const took = [...processes.values()].sort(
    (a, b) =>
      Number(b.awards.length > 0) - Number(a.awards.length > 0) || (a.ocid < b.ocid ? -1 : 1),
  );
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
