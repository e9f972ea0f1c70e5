import { describe, expect, it } from "vitest";
import { exitCodes } from "../../../scraper/errors.ts";
import { openStore } from "../../../scraper/store/open-store.ts";
import { latestRuns } from "../../../scraper/store/runs.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { openServer, sendHtml } from "./simple-server.ts";
import { detailPath, listHtml } from "./small-portal.ts";
import { makeFolder, tryScrape } from "./try-scrape.ts";

const count = 24;
const ids = Array.from({ length: count }, (_, index) => index + 1);

/** The pages of a portal as one of its releases prints them: labels and texts of each procedure, and what stands around them. */
interface Look {
  pairs(id: number): [label: string, text: string][];
  print?(pairs: [string, string][]): string;
}

const asList = (pairs: [string, string][]) =>
  `<dl>${pairs.map(([label, text]) => `<dt>${label}</dt><dd>${text}</dd>`).join("")}</dl>`;
const asTable = (pairs: [string, string][]) =>
  `<table>${pairs.map(([label, text]) => `<tr><th>${label}</th><td>${text}</td></tr>`).join("")}</table>`;

/** A portal whose look can be changed. */
async function openChanging(look: Look) {
  let now = look;
  const server = await openServer((request, response) => {
    const path = request.url ?? "/";
    const id = ids.find((each) => path === detailPath(each));
    if (path === durango.routes.listado) sendHtml(response, listHtml(ids));
    else if (id === undefined) sendHtml(response, "nada", 404);
    else sendHtml(response, `<h1>Procedimiento</h1>${(now.print ?? asList)(now.pairs(id))}`);
  });
  const become = (next: Look): void => {
    now = next;
  };
  return { ...server, become };
}

const day = (id: number, plus: number) => String(((id + plus) % 28) + 1).padStart(2, "0");
const usual: Look = {
  pairs: (id) => [
    ["Descripción", `PAPEL ${id}`],
    ["Unidad Compradora", "DIF"],
    ["Fecha de Publicación", "2026-03-01"],
    ["Junta de Aclaraciones", `2026-04-${day(id, 0)}`],
    ["Apertura de Proposiciones", `2026-05-${day(id, 3)}`],
    ["Evento de Fallo", `2026-06-${day(id, 5)}`],
  ],
};
const withPairs = (
  change: (pairs: [string, string][], id: number) => [string, string][],
): Look => ({
  pairs: (id) => change(usual.pairs(id), id),
});
const respelt = (from: RegExp, spell: (...parts: string[]) => string): Look =>
  withPairs((pairs) => pairs.map(([label, text]) => [label, text.replace(from, spell)]));
const iso = /^(\d{4})-(\d\d)-(\d\d)$/;
const renamed = (names: Record<string, string>): Look =>
  withPairs((pairs) => pairs.map(([label, text]) => [names[label] ?? label, text]));

async function stored(folder: string) {
  const store = openStore(`${folder}/compras.sqlite`);
  const runs = [...latestRuns(store, 10)];
  const { saved } = store.db.prepare("SELECT count(*) AS saved FROM procedures").get() as {
    saved: number;
  };
  store.close();
  return { saved, last: runs.at(-1) };
}

describe("a portal whose pages say what cannot be true", () => {
  it.each([
    {
      what: "labels are exchanged",
      look: renamed({
        "Junta de Aclaraciones": "Evento de Fallo",
        "Evento de Fallo": "Junta de Aclaraciones",
      }),
      message: /24 of 24 procedures|\d+ of \d+ procedures have their publication/,
    },
    {
      what: "months stand before days",
      look: respelt(iso, (_, year, month, dayOf) => `${month}/${dayOf}/${year}`),
      message: /writes dates as "\d\d\/\d\d\/2026", and dateFormats .* "dayFirst"/,
    },
    {
      what: "dates have a form that nobody knows",
      look: respelt(iso, (_, year, month, dayOf) => `${dayOf}.${month}.${year?.slice(2)}`),
      message: /\d+ of \d+ texts of "fechaPublicacion" cannot be read/,
    },
  ])(
    "is left with exit code 4 where $what, and nothing of it is kept",
    async ({ look, message }) => {
      const portal = await openChanging(look);
      const folder = makeFolder();
      await expect(tryScrape(portal.url, folder)).rejects.toMatchObject({
        exitCode: exitCodes.portalChanged,
        message: expect.stringMatching(message),
      });
      const { saved, last } = await stored(folder);
      expect([saved, last?.state, last?.reached]).toEqual([0, "failed", "changed"]);
    },
  );

  it("is read where a few procedures were typed wrongly", async () => {
    const portal = await openChanging(
      withPairs((pairs, id) =>
        id % 6 === 0
          ? pairs.map(([label, text]) => [label, text.replace("2026-06", "2025-06")])
          : pairs,
      ),
    );
    const { counts } = await tryScrape(portal.url, makeFolder());
    expect(counts.read).toBe(count);
  });
});

describe("a date that somebody typed with the month first", () => {
  const typed = (spell: (text: string) => string): Look =>
    withPairs((pairs, id) =>
      id === 1
        ? [...pairs.slice(0, -1), ["Evento de Fallo", "06/30/2026"]]
        : pairs.map(([label, text]) => [label, spell(text)]),
    );

  it("is missing for itself where the other dates need no order", async () => {
    const portal = await openChanging(typed((text) => text));
    const { counts, findings } = await tryScrape(portal.url, makeFolder());
    expect(counts).toMatchObject({ read: count, skipped: 0 });
    expect(findings).toContainEqual(
      expect.objectContaining({ kind: "unreadableText", subject: "fechaFallo", count: 1 }),
    );
  });

  it("keeps a page with nothing else to go by from being read, and no other", async () => {
    const alone = withPairs((pairs, id) =>
      id === 1 ? [...pairs.slice(0, 2), ["Evento de Fallo", "06/30/2026"]] : pairs,
    );
    const portal = await openChanging(alone);
    const { counts } = await tryScrape(portal.url, makeFolder(), { maxSkipShare: 0.05 });
    expect(counts).toMatchObject({ read: count - 1, skipped: 1 });
  });
});

describe("a portal whose pages have another form than before", () => {
  const noticesAfter = async (look: Look): Promise<string[]> => {
    const portal = await openChanging(usual);
    const folder = makeFolder();
    await tryScrape(portal.url, folder);
    portal.become(look);
    const { findings } = await tryScrape(portal.url, folder, { full: true });
    return findings
      .filter(({ kind, page }) => kind === "formChanged" && page === "procedimiento")
      .map(({ subject }) => subject);
  };

  it.each<{ what: string; look: Look; told: string[] }>([
    { what: "nothing", look: usual, told: [] },
    {
      what: "a label",
      look: renamed({ "Evento de Fallo": "Resolución final" }),
      told: ['new labels "resolucion final"; lost labels "evento de fallo"'],
    },
    {
      what: "the layout",
      look: { ...usual, print: asTable },
      told: ['read by "dl", now by "label-table"'],
    },
  ])("tells by name that it has changed $what", async ({ look, told }) => {
    expect(await noticesAfter(look)).toEqual(told);
  });

  it("tells of a first run which declared fields no page has a label for", async () => {
    const portal = await openChanging(renamed({ "Evento de Fallo": "Resolución final" }));
    const { findings } = await tryScrape(portal.url, makeFolder());
    expect(
      findings.find(({ kind, page }) => kind === "fieldAbsent" && page === "procedimiento"),
    ).toEqual({
      kind: "fieldAbsent",
      page: "procedimiento",
      subject:
        'no page has a label for "numeroProcedimiento", "tipoProcedimiento", "materia", "fechaFallo", "estatus"',
      count: 1,
      example: expect.stringContaining('"Evento de Fallo", "Estatus" and their likes'),
    });
  });
});
