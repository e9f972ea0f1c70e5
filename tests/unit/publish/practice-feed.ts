import path from "node:path";
import { type PublishSettings, publish } from "../../../scraper/publish/publish.ts";
import type { FeedIndex } from "../../../shared/feed/index-schema.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { importPracticeReports } from "../pnt/reported-store.ts";
import { makeFolder, openPortal, tryScrape } from "../scraper/try-scrape.ts";

/** A published feed of the practice portal, in which something of every kind has happened. */
export interface PracticeFeed {
  /** Holds the store and the feed. */
  folder: string;
  feed: string;
  index: FeedIndex;
}

/**
 * Takes in what its bodies report and takes one report back, after it has read the practice portal three times, with its attachments: as it is; with two procedures and attachments gone, a meeting without its
 * date, a unit renamed, files replaced and a text that a spreadsheet would run; and with some of what was gone back again.
 */
export async function makePracticeFeed(
  atEnd: (cleanUp: () => void | Promise<void>) => void,
  settings: Partial<PublishSettings> = {},
): Promise<PracticeFeed> {
  const portal = await openPortal({ procedures: 40, suppliers: 30 }, atEnd);
  const folder = makeFolder(atEnd);
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

  await importPracticeReports(folder, portal.corpus);

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
    ...settings,
  });
  return { folder, feed, index };
}
