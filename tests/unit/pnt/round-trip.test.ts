import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ReportTruth, SupplierFact } from "../../../fixtures/pnt/report.ts";
import type { Import } from "../../../scraper/store/imports.ts";
import { allProcedures, reportedProcesses } from "../../../scraper/store/read-procedures.ts";
import { compileReleases } from "../../../shared/ocds/compile.ts";
import type { CompiledRelease } from "../../../shared/ocds/schema.ts";
import { supplierParty } from "../../../shared/registry/supplier-party.ts";
import { importReports, openReported, type ReportedStore } from "./reported-store.ts";

const idOf = ({ name, rfc, isCompany }: SupplierFact) =>
  supplierParty({ name, rfc, stated: isCompany ? "company" : "person" }).id;
const idsOf = (references: { id?: string | number | undefined }[] = []) =>
  references.map(({ id }) => String(id)).sort();
const unique = (ids: string[]) => [...new Set(ids)].sort();

describe.each([
  ["clean", false],
  ["soiled", true],
])("reports that are %s", (_, dirt) => {
  let reported: ReportedStore;
  let imports: Import[];
  let states: CompiledRelease[];
  /** Where each true procedure landed. */
  let landed: Map<CompiledRelease, ReportTruth[]>;

  beforeAll(async () => {
    reported = openReported({ procedures: 110, dirt }, afterAll);
    const { store } = reported.history;
    imports = await importReports(store, reported.reports);
    states = [...allProcedures(store), ...reportedProcesses(store)].map(({ releases }) =>
      compileReleases(releases.map(({ release }) => release)),
    );
    landed = new Map();
    for (const truth of reported.truth) {
      const contract = truth.awards[0]?.contract;
      const state = states.find(({ contracts }) => contracts?.some(({ id }) => id === contract));
      if (state === undefined) throw new Error(`${truth.number}: ${contract} is not in the feed`);
      landed.set(state, [...(landed.get(state) ?? []), truth]);
    }
  }, 60_000);

  it("are taken row by row", () => {
    const rows = reported.reports.flatMap((report) => report.rows).length;
    const taken = imports.map(({ report }) => report.counts["rows taken"] ?? 0);
    expect(taken.reduce((sum, count) => sum + count, 0)).toBe(rows);
    expect(imports.flatMap(({ report }) => report.notTaken)).toEqual([]);
  });

  it("are linked to the portal's procedures, never to a wrong one", () => {
    const isPortals = ({ ocid }: CompiledRelease) => !ocid.includes("-pnt-");
    const all = [...landed].flatMap(([state, truths]) =>
      truths.map((truth) => ({ state, truth, right: `ocds-prueba-${truth.portalId}` })),
    );
    const linked = all.filter(({ state }) => isPortals(state));
    const right = linked.filter(({ state, right: ocid }) => state.ocid === ocid);
    const wanted = all.filter(({ truth }) => truth.portalId !== undefined);
    const precision = right.length / linked.length;
    const recall = right.length / wanted.length;
    process.stdout.write(
      `PNT links (${dirt ? "soiled" : "clean"}): precision ${precision.toFixed(3)} (${right.length} of ${linked.length}), ` +
        `recall ${recall.toFixed(3)} (${right.length} of ${wanted.length})\n`,
    );
    expect(linked.filter((each) => !right.includes(each)).map(({ truth }) => truth.number)).toEqual(
      [],
    );
    expect(recall).toBeGreaterThanOrEqual(0.95);
  });

  it("give every award once, with its supplier and its amount, and none beside them", () => {
    for (const [{ awards = [], contracts = [] }, truths] of landed) {
      const told = contracts.map(({ id, awardID, value }) => {
        const award = awards.find((each) => each.id === awardID);
        expect(award?.value).toEqual(value);
        return { contract: id, winner: idsOf(award?.suppliers), amount: value?.amount };
      });
      const wanted = truths.flatMap((truth) =>
        truth.awards.map(({ contract, winner, amount }) => ({
          contract,
          winner: [idOf(winner)],
          amount,
        })),
      );
      const byContract = (a: { contract: string | number }, b: { contract: string | number }) =>
        String(a.contract) < String(b.contract) ? -1 : 1;
      expect(told.sort(byContract)).toEqual(wanted.sort(byContract));
      expect(awards).toHaveLength(wanted.length);
    }
    const counted = states.flatMap(({ awards = [] }) => awards).length;
    expect(counted).toBe(reported.truth.flatMap(({ awards }) => awards).length);
  });

  it("give everyone who bid, and each quote with its amount", () => {
    for (const [{ tender, bids, parties = [] }, truths] of landed) {
      const bidders = truths.flatMap((truth) => truth.bidders);
      expect(idsOf(tender?.tenderers)).toEqual(unique(bidders.map(idOf)));
      expect(tender?.numberOfTenderers).toBe(tender?.tenderers?.length);
      const ids = new Set(parties.map(({ id }) => id));
      expect(tender?.tenderers?.every(({ id }) => ids.has(String(id)))).toBe(true);
      const told = (bids?.details ?? [])
        .filter(({ status }) => status !== "invited")
        .map(({ tenderers, value }) => `${idsOf(tenderers)} ${value?.amount}`);
      const isDirect = tender?.procurementMethod === "direct";
      const wanted = bidders.map(
        (bidder) => `${idOf(bidder)} ${isDirect ? bidder.amount : undefined}`,
      );
      expect(unique(told)).toEqual(unique(wanted));
    }
  });

  it("tell of a natural person the name alone", () => {
    const text = JSON.stringify(states);
    const rfcs = reported.corpus.suppliers.flatMap(({ rfc, tipoPersona }) =>
      rfc !== undefined && tipoPersona === "fisica" ? [rfc] : [],
    );
    expect(rfcs.length).toBeGreaterThan(5);
    expect(rfcs.filter((rfc) => text.includes(rfc))).toEqual([]);
  });
});
