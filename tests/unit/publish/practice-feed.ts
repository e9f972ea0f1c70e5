import { cpSync } from "node:fs";
import path from "node:path";
import { publish } from "../../../scraper/publish/publish.ts";
import type { FeedIndex } from "../../../shared/feed/index-schema.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { atWorkerEnd } from "../at-worker-end.ts";
import { importPracticeReports } from "../pnt/reported-store.ts";
import { makeFolder, openPortal, tryScrape } from "../scraper/try-scrape.ts";

/** A published feed of the practice portal, in which something of every kind has happened. */
export interface PracticeFeed {
  /** Its folder, which is to be read alone: other tests read it too. */
  feed: string;
  index: FeedIndex;
}

let store: Promise<string> | undefined;
const feeds = new Map<string | undefined, Promise<PracticeFeed>>();

/** The feed of the practice portal, made once by each worker of the tests. @param contact whom the feed names for questions. */
export function makePracticeFeed(contact?: string): Promise<PracticeFeed> {
  const made = feeds.get(contact) ?? publishPractice(contact);
  feeds.set(contact, made);
  return made;
}

async function publishPractice(contact: string | undefined): Promise<PracticeFeed> {
  store ??= fillStore();
  const folder = makeFolder(atWorkerEnd);
  cpSync(await store, folder, { recursive: true });
  const feed = path.join(folder, "feed");
  const index = await publish({
    store: path.join(folder, "compras.sqlite"),
    out: feed,
    baseUrl: "http://127.0.0.1:8787/",
    profile: durango,
    gate: {
      limits: { maxDrop: 10, maxWithdrawn: 10, maxCoverageDrop: 20, maxSkipped: 5 },
      accept: false,
    },
    ...(contact !== undefined && { contact }),
  });
  return { feed, index };
}

/**
 * Takes in what its bodies report and takes one report back, after it has read the practice portal three times, with its attachments: as it is; with two procedures and attachments gone, a meeting without its
 * date, a unit renamed, files replaced and a text that a spreadsheet would run; and with some of what was gone back again. Gives back the folder
 * of the store.
 */
async function fillStore(): Promise<string> {
  const atOnce = () => undefined; // It is closed as soon as it is read.
  const portal = await openPortal({ procedures: 40, suppliers: 30 }, atOnce);
  const folder = makeFolder(atWorkerEnd);
  const { procedures } = portal.corpus;
  const scrape = (day: string) =>
    tryScrape(portal.url, folder, {
      documents: "hash",
      now: () => new Date(`${day}T12:00:00-06:00`),
    });

  await scrape("2026-11-20");
  const plain = procedures.filter(({ listed, dirt }) => listed && dirt.length === 0);
  const [back, gone, renamed, formula, ...others] = plain;
  const meeting = others.find((each) => each.fechaJuntaAclaraciones !== undefined);
  const [torn, mended, replaced] = others.filter(
    (each) => each !== meeting && each.anexos.length > 1,
  );
  if (!back || !gone || !renamed || !formula || !meeting || !torn || !mended || !replaced) {
    throw new Error("the practice portal is too small for this feed");
  }
  const place = procedures.indexOf(back);
  procedures.splice(place, 1);
  procedures.splice(procedures.indexOf(gone), 1);
  renamed.unidadCompradora = { codigo: "999", nombre: "UNIDAD QUE CAMBIÓ DE NOMBRE" };
  formula.descripcion = "=1+1; CAMBIA";
  delete meeting.fechaJuntaAclaraciones;
  torn.anexos.shift();
  const [lost] = mended.anexos.splice(0, 1);
  for (const file of replaced.anexos) file.bytes += 1;
  await scrape("2026-11-21");

  procedures.splice(place, 0, back);
  if (lost) mended.anexos.unshift(lost);
  await scrape("2026-11-23");

  await portal.close();
  await importPracticeReports(folder, portal.corpus);
  return folder;
}
