import type { Corpus, ProcedureTruth } from "../../../fixtures/practice-portal/truth.ts";
import { readHtml } from "../../../scraper/crawl/read-page.ts";
import { findNextPage, type PageText } from "../../../shared/portal/page.ts";
import type { PageDefinition } from "../../../shared/portal/pages/definition.ts";
import { listado } from "../../../shared/portal/pages/listado.ts";
import { procedimiento } from "../../../shared/portal/pages/procedimiento.ts";
import type { PortalProfile } from "../../../shared/portal/profile.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { readList, readProcedure } from "../../../shared/portal/read-record.ts";
import type { Procedimiento } from "../../../shared/portal/records.ts";

/** The profile of Durango with the practice portal in the place of the live one. */
export function practiceProfile(url: string): PortalProfile {
  return { ...durango, baseUrl: url };
}

/** Downloads a page and reads it as the scraper does. */
export async function fetchPage(url: string, definition: PageDefinition): Promise<PageText> {
  const response = await fetch(url);
  const charset = /charset=([\w-]+)/.exec(response.headers.get("content-type") ?? "")?.[1];
  return readHtml(new Uint8Array(await response.arrayBuffer()), charset, definition, durango);
}

/** Every row of a list of linked pages, in order, repetitions included, and the number of rows that are no procedure. */
export async function readWholeList(
  profile: PortalProfile,
): Promise<{ procedimientos: Procedimiento[]; junk: number }> {
  const procedimientos: Procedimiento[] = [];
  let junk = 0;
  let url: string | undefined = profile.baseUrl + profile.routes.listado;
  while (url !== undefined) {
    const page: PageText = await fetchPage(url, listado);
    const reading = readList(page, profile, url);
    procedimientos.push(...reading.procedimientos);
    junk += reading.junk;
    const next = findNextPage(page, profile.list.nextPage);
    url = next && new URL(next, url).href;
  }
  return { procedimientos, junk };
}

/** The record of one procedure's page. */
export async function readDetail(profile: PortalProfile, id: string): Promise<Procedimiento> {
  const url = profile.baseUrl + profile.routes.procedimiento.replace("{id}", id);
  return readProcedure(await fetchPage(url, procedimiento), profile, id, url);
}

/** A record reduced to what the truth states of a procedure. */
export function factsOfRecord(record: Procedimiento) {
  const { id, numeroProcedimiento, descripcion, unidadCompradora } = record;
  return {
    id,
    numeroProcedimiento,
    descripcion,
    unidadCompradora,
    modalidad: record.tipoProcedimiento?.clave,
    materia: record.materia?.clave,
    fechaPublicacion: record.fechaPublicacion,
    fechaJuntaAclaraciones: record.fechaJuntaAclaraciones,
    fechaAperturaProposiciones: record.fechaAperturaProposiciones,
    fechaFallo: record.fechaFallo,
    estatus: record.estatus?.clave,
    anexos: record.anexos.map(({ id, nombre }) => ({ id, nombre })),
  };
}

/** The truth in the same form. */
export function factsOfTruth(truth: ProcedureTruth): ReturnType<typeof factsOfRecord> {
  const { listed: _listed, dirt: _dirt, anexos, ...facts } = truth;
  return {
    numeroProcedimiento: undefined,
    fechaPublicacion: undefined,
    fechaJuntaAclaraciones: undefined,
    fechaAperturaProposiciones: undefined,
    fechaFallo: undefined,
    ...facts,
    anexos: anexos.map(({ id, nombre }) => ({ id, nombre })),
  };
}

/** What the list tells of a procedure: the page's facts without those that have no column. */
export function listFactsOfTruth(truth: ProcedureTruth): ReturnType<typeof factsOfRecord> {
  return {
    ...factsOfTruth(truth),
    materia: undefined,
    fechaJuntaAclaraciones: undefined,
    fechaFallo: undefined,
    anexos: [],
  };
}

/** The listed truth, latest first. */
export function listedTruth({ procedures }: Corpus): ProcedureTruth[] {
  return procedures.filter(({ listed }) => listed).reverse();
}

/** Records without repetitions, in the order of their first. */
export function withoutRepetitions(records: readonly Procedimiento[]): Procedimiento[] {
  return [...new Map(records.map((record) => [record.id, record])).values()];
}
