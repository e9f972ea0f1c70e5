import { compareBodies } from "../../registry/compare-bodies.ts";
import { groupBy } from "../../values/group-by.ts";
import { foldNumber, looseNumber } from "./identity.ts";
import type { Modality, PntRow } from "./row.ts";

/** A procedure of the portal's, as it is compared. */
export interface LinkCandidate {
  id: string;
  number: string;
  buyer: string | undefined;
  /** ISO 8601, like all instants. */
  publishedAt: string | undefined;
  modality: Modality | undefined;
}

/** How sure it is that a report and the portal speak of one procedure. */
export interface LinkScore {
  id: string;
  /** From 0 to 1. */
  confidence: number;
  /** Why, in Spanish. */
  reasons: string[];
}

export interface Link {
  /** The procedure that it surely is; absent where none is. */
  same?: LinkScore;
  /** Those that it may be, the likeliest first; empty where `same` is there. */
  candidates: LinkScore[];
}

/** From here on two are one. */
const linkThreshold = 0.85;
/** Below this nobody would call them the same. */
const candidateThreshold = 0.4;
/** Two that are so near to each other leave it open which one it is. */
const clearLead = 0.1;

/** Portal procedures by their number, so that one is compared with few. */
export interface LinkIndex {
  find(row: PntRow): LinkCandidate[];
}

export function indexCandidates(candidates: Iterable<LinkCandidate>): LinkIndex {
  const byNumber = groupBy(
    candidates,
    ({ number }) => looseNumber(number),
    (candidate) => candidate,
  );
  // A number without a letter or digit is none.
  byNumber.delete("");
  return {
    find: ({ expediente }) =>
      expediente === undefined ? [] : (byNumber.get(looseNumber(expediente)) ?? []),
  };
}

/**
 * The portal's procedure that a row of a report speaks of, by number, buyer, dates and modality. Only one of the same number is ever
 * a candidate; of two that are equally likely neither is taken.
 */
export function linkRow(row: PntRow, index: LinkIndex): Link {
  const scores = index
    .find(row)
    .map((candidate) => scoreLink(row, candidate))
    .filter(({ confidence }) => confidence >= candidateThreshold)
    .sort((a, b) => b.confidence - a.confidence);
  const [best, second] = scores;
  const isClear = second === undefined || (best?.confidence ?? 0) - second.confidence >= clearLead;
  if (best !== undefined && best.confidence >= linkThreshold && isClear) {
    return { same: best, candidates: [] };
  }
  return { candidates: scores };
}

function scoreLink(row: PntRow, candidate: LinkCandidate): LinkScore {
  const parts = [
    compareNumbers(row.expediente ?? "", candidate.number),
    compareBuyers(row.sujetoObligado, candidate.buyer),
    compareDates(row, candidate.publishedAt),
    compareModalities(row.modalidad, candidate.modality),
  ];
  const sum = parts.reduce((total, [points]) => total + points, 0);
  return {
    id: candidate.id,
    confidence: Math.round(Math.min(1, Math.max(0, sum)) * 100) / 100,
    reasons: parts.map(([, reason]) => reason),
  };
}

type Part = readonly [points: number, reason: string];

function compareNumbers(reported: string, portal: string): Part {
  const same = foldNumber(reported) === foldNumber(portal);
  const hasYear = /(?:^|\D)(?:20)?\d\d$/.test(portal.trim()) && /\d\D+\d/.test(portal);
  // `130 DMAF` comes back every year.
  const doubt = hasYear ? 0 : 0.1;
  return same
    ? [0.6 - doubt, "mismo número"]
    : [0.55 - doubt, "mismo número, salvo ceros o palabras alrededor"];
}

function compareBuyers(reported: string, portal: string | undefined): Part {
  switch (portal === undefined ? undefined : compareBodies(reported, portal)) {
    case "same":
      return [0.3, "misma unidad compradora"];
    case "similar":
      return [0.15, "unidad compradora parecida"];
    case "other":
      return [-0.5, "otra unidad compradora"];
    case undefined:
      return [0, "unidad compradora sin comparar"];
  }
}

const dayMs = 86_400_000;

function compareDates(row: PntRow, publishedAt: string | undefined): Part {
  if (publishedAt === undefined) return [0, "sin fecha que comparar"];
  const days = (instant: string) => (Date.parse(instant) - Date.parse(publishedAt)) / dayMs;
  if (row.fechaConvocatoria !== undefined) {
    const apart = Math.abs(days(row.fechaConvocatoria));
    if (apart <= 3) return [0.2, "misma fecha de convocatoria"];
    if (apart <= 20) return [0.1, "fecha de convocatoria cercana"];
    return apart <= 90
      ? [-0.1, "fecha de convocatoria distinta"]
      : [-0.4, "fecha de convocatoria muy distinta"];
  }
  if (row.fechaContrato !== undefined) {
    const after = days(row.fechaContrato);
    return after >= -30 && after <= 400
      ? [0.1, "contrato posterior a la publicación"]
      : [-0.4, "contrato de otra época"];
  }
  const end = days(row.periodoFin);
  return end >= -100 && end <= 500 ? [0, "periodo que coincide"] : [-0.4, "periodo de otra época"];
}

function compareModalities(reported: Modality | undefined, portal: Modality | undefined): Part {
  if (reported === undefined || portal === undefined) return [0, "modalidad sin comparar"];
  return reported === portal ? [0.05, "misma modalidad"] : [-0.2, "otra modalidad"];
}
