import { describe, expect, it } from "vitest";
import { exitCodes } from "../../../scraper/errors.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { sendHtml } from "./simple-server.ts";
import { detailHtml, detailPath, listHtml, openSmallPortal } from "./small-portal.ts";
import { makeFolder, tryScrape } from "./try-scrape.ts";

const { routes } = durango;
const strangePage = "<h1>Otra cosa</h1><dl><dt>Rubro</dt><dd>x</dd></dl>";

describe("details that fail", () => {
  it("are skipped, counted and named while they are few: gone, unpublished, changed", async () => {
    const portal = await openSmallPortal(60, (path, response) => {
      if (path === detailPath(7)) sendHtml(response, "nada", 404);
      else if (path === detailPath(8)) response.writeHead(302, { Location: routes.listado }).end();
      else if (path === detailPath(9)) sendHtml(response, strangePage);
      else return false;
      return true;
    });
    const { counts, findings } = await tryScrape(portal.url, makeFolder());
    expect(counts).toMatchObject({ listed: 60, read: 57, skipped: 3 });
    const skipped = findings.filter(({ kind }) => kind === "skippedPage");
    expect(skipped).toMatchObject([
      { subject: "PageChangedError", count: 1, example: expect.stringContaining(detailPath(9)) },
      { subject: "PageGoneError", count: 2 },
    ]);
  });

  it.each([
    ["changed", strangePage, 200, exitCodes.portalChanged],
    ["gone", "nada", 404, exitCodes.failed],
  ])("stop the run when more than one in twenty are %s", async (_what, html, status, exitCode) => {
    const portal = await openSmallPortal(60, (path, response) => {
      const isBroken = [3, 4, 5, 6].some((id) => path === detailPath(id));
      if (isBroken) sendHtml(response, html, status);
      return isBroken;
    });
    await expect(tryScrape(portal.url, makeFolder())).rejects.toMatchObject({
      name: "StopRunError",
      exitCode,
      message: expect.stringMatching(/^4 of 60 procedures .* more than the 5 %/),
    });
  });

  it("stop the run at once where they are a login or a firewall's notice", async () => {
    const portal = await openSmallPortal(60, (path, response) => {
      const isBlocked = path === detailPath(3);
      if (isBlocked) sendHtml(response, "<h1>Aviso</h1>Por favor resuelva el captcha");
      return isBlocked;
    });
    const run = tryScrape(portal.url, makeFolder(), { concurrency: 1 });
    await expect(run).rejects.toMatchObject({
      exitCode: exitCodes.failed,
      message: expect.stringMatching(/blocks us.*"captcha"/),
    });
    expect(portal.requests.length).toBeLessThan(10);
  });
});

describe("the list", () => {
  it("ends where its last page links to itself or to the first", async () => {
    const page = (number: number) => `${routes.listado}?pagina=${number}`;
    const portal = await openSmallPortal(6, (path, response) => {
      if (path === routes.listado) sendHtml(response, listHtml([1, 2], page(2)));
      else if (path === page(2)) sendHtml(response, listHtml([2, 3, 4], page(3)));
      else if (path === page(3)) sendHtml(response, listHtml([5, 6], page(2)));
      else return false;
      return true;
    });
    const { counts, listKind } = await tryScrape(portal.url, makeFolder());
    expect({ ...counts, listKind }).toMatchObject({ listKind: "html", listed: 6, duplicates: 1 });
    // Of a portal that nobody knows, the list is read twice.
    expect(portal.requests.filter(({ path }) => path.startsWith(page(2)))).toHaveLength(2);
  });

  it("that comes on one page larger than the memory allows is not read, and the line says so", async () => {
    const rows = Buffer.alloc(1024 * 1024, "<tr><td>LP-1</td></tr>");
    const portal = await openSmallPortal(3, (path, response) => {
      if (path !== routes.listado) return false;
      const send = (): void => {
        while (!response.destroyed && response.write(rows));
      };
      response.writeHead(200, { "Content-Type": "text/html" }).on("drain", send);
      send();
      return true;
    });
    await expect(tryScrape(portal.url, makeFolder())).rejects.toMatchObject({
      exitCode: exitCodes.portalChanged,
      message: expect.stringMatching(/larger than \d+ bytes.*memory.*list\.json of its profile/),
    });
  });

  it("whose script gets something else than DataTables' JSON has changed", async () => {
    const portal = await openSmallPortal(0, (path, response) => {
      const isJson = path.startsWith(durango.list.json?.path ?? "none");
      if (isJson)
        response.writeHead(200, { "Content-Type": "application/json" }).end('{"rows":[]}');
      return isJson;
    });
    await expect(tryScrape(portal.url, makeFolder())).rejects.toMatchObject({
      exitCode: exitCodes.portalChanged,
      message: expect.stringMatching(/is not a DataTables answer.*mend list\.json/),
    });
  });
});

describe("what a person should look at", () => {
  it("is told: labels, words and dates that nobody knows, each once with its count and a place", async () => {
    const extra =
      "<dt>Folio interno:</dt><dd>A-1</dd><dt>Fallo:</dt><dd>mañana</dd><dt>Estatus:</dt><dd>En pausa</dd>";
    const portal = await openSmallPortal(3, (path, response) => {
      const id = [1, 2].find((each) => path === detailPath(each));
      if (id !== undefined) sendHtml(response, detailHtml(id, extra));
      return id !== undefined;
    });
    const { findings, counts } = await tryScrape(portal.url, makeFolder(), { concurrency: 1 });
    const example = expect.stringContaining(portal.url);
    expect(findings).toEqual([
      {
        kind: "fieldAbsent",
        page: "listado",
        subject: expect.stringMatching(/^no page has a label for "tipoProcedimiento", /),
        count: 1,
        example: expect.stringContaining("The profile knows"),
      },
      {
        kind: "fieldAbsent",
        page: "procedimiento",
        subject: expect.stringMatching(/^no page has a label for "numeroProcedimiento", /),
        count: 1,
        example: expect.stringContaining("The profile knows"),
      },
      {
        kind: "notice",
        page: "padron",
        subject: "the portal shows no registry of suppliers",
        count: 1,
        example,
      },
      { kind: "unknownLabel", page: "procedimiento", subject: "Folio interno:", count: 2, example },
      { kind: "unknownWord", page: "procedimiento", subject: "En pausa", count: 2, example },
      { kind: "unreadableText", page: "procedimiento", subject: "fechaFallo", count: 2, example },
    ]);
    expect(counts).not.toHaveProperty("suppliers");
  });

  it("says so where the registry of suppliers wants a login, and keeps the tenders", async () => {
    const portal = await openSmallPortal(2, (path, response) => {
      const isRegistry = path === routes.padron;
      if (isRegistry) response.writeHead(302, { Location: "/Account/Login" }).end();
      return isRegistry;
    });
    const { findings, counts } = await tryScrape(portal.url, makeFolder());
    expect(counts.read).toBe(2);
    expect(findings.filter(({ page }) => page === "padron")).toMatchObject([
      { subject: "the registry of suppliers is refused" },
    ]);
  });
});
