import type { ReportTruth, SupplierFact } from "../../../fixtures/pnt/report.ts";
import type { Corpus, ProcedureTruth } from "../../../fixtures/practice-portal/truth.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { formatInstant } from "../../../shared/values/dates.ts";
import { subjectOf } from "../../unit/search/golden-subjects.ts";

/** Lets an open procedure close in three days, whatever day it is, and gives it. */
export function letOneClose({ procedures }: Corpus): ProcedureTruth {
  const open = procedures.find(
    ({ listed, estatus, dirt, fechaAperturaProposiciones: opens }) =>
      listed && estatus === "vigente" && dirt.length === 0 && opens !== undefined,
  );
  if (open === undefined) throw new Error("the corpus has no such tender");
  const opensAt = new Date(Date.now() + 3 * 86_400_000);
  open.fechaAperturaProposiciones = `${formatInstant(opensAt, durango.timeZone).slice(0, 10)}T12:00:00-06:00`;
  return open;
}

/** The last procedure of which it is told which company won, and for how much, and that is like an earlier one. */
export function findWon(
  { procedures }: Corpus,
  truth: readonly ReportTruth[],
): { about: ProcedureTruth; winner: SupplierFact } {
  const listed = procedures.filter((each) => each.listed && each.fechaPublicacion);
  for (const fact of [...truth].reverse()) {
    const at = listed.findIndex(({ id }) => id === fact.portalId);
    const about = listed[at];
    const [award] = fact.awards;
    if (about === undefined || award?.amount === undefined || award.winner.rfc?.length !== 12)
      continue;
    // Later ones stand behind earlier ones.
    if (listed.slice(0, at).some((each) => subjectOf(each) === subjectOf(about)))
      return { about, winner: award.winner };
  }
  throw new Error("the corpus has no such award");
}

/** A tender of the portal's list that reports speak of: several bid, and one company won. */
export function findContested(
  { procedures }: Corpus,
  truth: readonly ReportTruth[],
): ReportTruth & { portalId: string } {
  const about = (id: string | undefined) => procedures.find((each) => each.id === id);
  const found = truth.find(
    ({ portalId, bidders, awards: [award, ...others] }) =>
      about(portalId)?.modalidad === "licitacionPublica" &&
      about(portalId)?.listed &&
      bidders.length > 1 &&
      award?.winner.isCompany &&
      award.winner.rfc !== undefined &&
      award.amount !== undefined &&
      others.length === 0,
  );
  if (found?.portalId === undefined) throw new Error("the corpus has no such tender");
  return { ...found, portalId: found.portalId };
}

/** A procedure of the portal's, and an earlier one of the same subject whose one award has an amount. */
export interface Alike {
  later: ProcedureTruth;
  earlier: ProcedureTruth;
  award: ReportTruth["awards"][number];
}

export function findAlike({ procedures }: Corpus, truth: readonly ReportTruth[]): Alike {
  const listed = procedures.filter((each) => each.listed && each.fechaPublicacion !== undefined);
  for (const later of [...listed].reverse()) {
    for (const earlier of listed) {
      if (subjectOf(earlier) !== subjectOf(later)) continue;
      if ((earlier.fechaPublicacion ?? "") >= (later.fechaPublicacion ?? "")) continue;
      const [award, ...others] =
        truth.find(({ portalId }) => portalId === earlier.id)?.awards ?? [];
      if (award?.amount !== undefined && others.length === 0) return { later, earlier, award };
    }
  }
  throw new Error("the corpus has no two purchases that are alike");
}
