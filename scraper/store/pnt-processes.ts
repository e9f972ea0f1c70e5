import * as z from "zod";
import {
  indexCandidates,
  type LinkCandidate,
  type LinkIndex,
  linkRow,
} from "../../shared/mapping/pnt/link-procedure.ts";
import type { PntRow } from "../../shared/mapping/pnt/row.ts";
import { modalities } from "../../shared/mapping/pnt/row.ts";
import { unitId } from "../../shared/mapping/release.ts";
import { UnidadCompradora } from "../../shared/portal/records.ts";
import { bodyKey, compareBodies, listedAs } from "../../shared/registry/compare-bodies.ts";
import type { Store } from "./open-store.ts";
import {
  keysOfImport,
  type PntLink,
  processOfKey,
  rowsOfKey,
  saveLink,
  sureLink,
} from "./pnt-rows.ts";
import { jsonText, readRows } from "./rows.ts";

/** How a procedure of the reports was linked, for who imports it. */
export interface LinkedKey {
  procedureId: string;
  /** As the report has it. */
  number: string | undefined;
  link: PntLink;
  /** Whether it was known before this import. */
  isKnown: boolean;
}

/**
 * Finds the process that each procedure of an import belongs to: the one that it belonged to before, the portal's where the link is sure, else one of
 * its own, which is made.
 */
export function* linkProcedures(
  store: Store,
  importId: number,
  seenAt: string,
): Generator<LinkedKey> {
  const index = indexCandidates(portalCandidates(store));
  for (const key of keysOfImport(store, importId)) {
    const placed = rowsOfKey(store, key);
    const rows = placed.map(({ row }) => row);
    const number = rows.find(({ expediente }) => expediente !== undefined)?.expediente;
    const known = processOfKey(store, key);
    // Where all earlier imports were undone, the portal may know more by now.
    if (known !== undefined && placed.some(({ place }) => place.import !== importId)) {
      const link = { reasons: ["como en el informe anterior"], candidates: [] };
      yield { procedureId: known, number, link, isKnown: true };
      continue;
    }
    const { procedureId, link } = linkKey(key, rows, index);
    if (procedureId === ownProcess(key)) addOwnProcess(store, procedureId, rows, seenAt);
    saveLink(store, key, procedureId, link);
    yield { procedureId, number, link, isKnown: false };
  }
}

/** Who a body is among those who buy: the portal's unit of that name, else a unit of the body's own name. */
export function buyerFinder(store: Store): (body: string) => { id: string; name: string } {
  const units = portalUnits(store);
  const found = new Map<string, { id: string; name: string }>();
  return (body) => {
    const key = bodyKey(body);
    const known = found.get(key);
    if (known !== undefined) return known;
    const unit = units.find(({ nombre }) => compareBodies(body, nombre) === "same") ?? {
      nombre: listedAs(body) ?? body,
    };
    const buyer = { id: unitId(unit), name: unit.nombre };
    found.set(key, buyer);
    return buyer;
  };
}

function linkKey(
  key: string,
  rows: readonly PntRow[],
  index: LinkIndex,
): { procedureId: string; link: PntLink } {
  const links = rows.map((row) => linkRow(row, index));
  const sure = links.flatMap(({ same }) => (same === undefined ? [] : [same]));
  const [best] = sure.sort((a, b) => b.confidence - a.confidence);
  if (best !== undefined && sure.every(({ id }) => id === best.id)) {
    return { procedureId: best.id, link: sureLink(best) };
  }
  const candidates = links.flatMap((link) => [...sure, ...link.candidates]).map(({ id }) => id);
  return {
    procedureId: ownProcess(key),
    link: { reasons: [], candidates: [...new Set(candidates)] },
  };
}

const ownPrefix = "pnt-";

/** Whether the portal does not have a process: its numbers are digits alone. */
export function isReportedId(procedureId: string): boolean {
  return procedureId.startsWith(ownPrefix);
}

function ownProcess(key: string): string {
  return `${ownPrefix}${key}`;
}

function addOwnProcess(store: Store, id: string, rows: readonly PntRow[], seenAt: string): void {
  const dates = rows.flatMap(({ fechaConvocatoria, fechaContrato }) => {
    const date = fechaConvocatoria ?? fechaContrato;
    return date === undefined ? [] : [date];
  });
  store
    .prepare(
      `INSERT OR IGNORE INTO procedures (id, first_seen_at, last_seen_at, published_at, record, content_hash)
       VALUES (?, ?, ?, ?, 'null', '')`,
    )
    .run(id, seenAt, seenAt, dates[0] ?? null);
}

const Candidate = z
  .object({
    id: z.string(),
    number: z.string(),
    buyer: z.string().nullable(),
    published_at: z.string().nullable(),
    modality: z.string().nullable(),
  })
  .transform(
    ({ id, number, buyer, published_at, modality }): LinkCandidate => ({
      id,
      number,
      buyer: buyer ?? undefined,
      publishedAt: published_at ?? undefined,
      // The portal's `concurso` is a public call.
      modality: modalities.find(
        (word) => word === (modality === "concurso" ? "licitacionPublica" : modality),
      ),
    }),
  );

function* portalCandidates(store: Store): Generator<LinkCandidate> {
  const rows = store.db
    .prepare(
      `SELECT id, json_extract(record, '$.numeroProcedimiento') AS number, json_extract(record, '$.unidadCompradora.nombre') AS buyer,
         published_at, json_extract(record, '$.tipoProcedimiento.clave') AS modality
       FROM procedures WHERE json_extract(record, '$.numeroProcedimiento') IS NOT NULL ORDER BY id`,
    )
    .iterate();
  for (const row of rows) yield Candidate.parse(row);
}

function portalUnits(store: Store): UnidadCompradora[] {
  const rows = store.db
    .prepare(
      `SELECT DISTINCT json_extract(record, '$.unidadCompradora') AS unit FROM procedures
       WHERE json_extract(record, '$.unidadCompradora') IS NOT NULL ORDER BY unit`,
    )
    .all();
  return readRows(z.object({ unit: jsonText(UnidadCompradora) }), rows).map(({ unit }) => unit);
}
