import { describe, expect, it } from "vitest";
import { type FaultName, startPracticePortal } from "../../../fixtures/practice-portal/server.ts";
import { exitCodes } from "../../../scraper/errors.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { openServer, sendHtml } from "../scraper/simple-server.ts";
import { openPortal } from "../scraper/try-scrape.ts";
import { openMutatedPortal } from "./mutated-portal.ts";
import { answersOf, tryDoctor } from "./try-doctor.ts";

const small = { procedures: 8, suppliers: 3 };

describe("doctor, before a portal that does not let itself be looked at", () => {
  it.each<{ fault: FaultName; sentence: RegExp }>([
    { fault: "login", sentence: /leads to a login \(\/Account\/Login\)/ },
    { fault: "login-page", sentence: /answers with a login/ },
    { fault: "captcha", sentence: /blocks us.*captcha/i },
    { fault: "block-page", sentence: /blocks us.*ask the portal's keepers/ },
    { fault: "forbidden", sentence: /refuses us \(HTTP 403\).*ask the portal's keepers/ },
    { fault: "slow", sentence: /no answer in time.*try again later/ },
    { fault: "error-500", sentence: /HTTP 500.*try again later/ },
  ])("leaves at $fault with exit code 1 and says what to do", async ({ fault, sentence }) => {
    const portal = await openPortal({ ...small, faults: [fault] });
    const examination = await tryDoctor(portal.url, fault === "slow" ? { timeoutMs: 1000 } : {});
    expect(examination.report).toMatchObject({
      exitCode: exitCodes.failed,
      verdict: { fit: "notSeen", sentence: expect.stringMatching(sentence) },
      suggestions: [],
    });
    // robots.txt, and the list once: after a refusal nothing more is asked.
    expect(portal.requests).toHaveLength(2);
    const answers = answersOf(examination);
    expect(answers.robots).toMatch(/^yes/);
    expect(answers["list-kind"]).toMatch(/^\? /);
    expect(answers.estatus).toMatch(/^\? /);
  });

  it("says with exit code 1 that nothing listens", async () => {
    const portal = await startPracticePortal(small);
    await portal.close();
    const { report } = await tryDoctor(portal.url);
    expect(report).toMatchObject({
      exitCode: exitCodes.failed,
      verdict: { fit: "notSeen", sentence: expect.stringMatching(/ECONNREFUSED/) },
    });
  });

  it("obeys a robots.txt that forbids the list", async () => {
    const server = await openServer((_request, response) => {
      response.writeHead(200, { "Content-Type": "text/plain" }).end("User-agent: *\nDisallow: /");
    });
    const examination = await tryDoctor(server.url);
    expect(examination.report).toMatchObject({ exitCode: exitCodes.failed });
    expect(answersOf(examination).robots).toBe(
      `yes, and it forbids the list (${server.url}/consulta/ProcedimientosDeContratacion); no Crawl-delay`,
    );
    expect(server.requests).toHaveLength(1);
  });
});

describe("doctor, before a portal that has changed", () => {
  it("says with exit code 4 what is missing, and proposes nothing that contradicts the pages", async () => {
    const portal = await openPortal({ procedures: 30, suppliers: 8, faults: ["no-labels"] });
    const { report, ...examination } = await tryDoctor(portal.url);
    expect(report).toMatchObject({
      exitCode: exitCodes.portalChanged,
      verdict: { fit: "doesNotFit" },
    });
    expect(answersOf({ report, ...examination })["list-columns"]).toMatch(
      /required and not found: descripcion, unidadCompradora/,
    );
    const strong = report.suggestions.filter(({ strength }) => strength === "strong");
    expect(strong.map(({ line }) => line)).toEqual(
      expect.arrayContaining([
        'labels.listado.descripcion += "Rubro 2"',
        'labels.listado.unidadCompradora += "Rubro 3"',
        'labels.listado.tipoProcedimiento += "Rubro 4"',
        'labels.listado.estatus += "Rubro 7"',
      ]),
    );
    // Which date is which, nothing on the pages says.
    expect(strong.filter(({ path }) => /^fecha/.test(path.at(-1) ?? ""))).toEqual([]);
  });

  it.each([
    ["has validators", true, "yes: asked again, it answers HTTP 304"],
    ["names nothing", false, "no: the list names neither ETag nor Last-Modified"],
  ])(
    "tells whether pages can be asked for only if they changed: a portal that %s",
    async (_title, validators, answer) => {
      const portal = await openPortal({ ...small, validators });
      expect(answersOf(await tryDoctor(portal.url)).validators).toBe(answer);
    },
  );

  it.each<[FaultName, string, RegExp]>([
    ["latin-1", "charset", /^windows-1252 \(header: windows-1252;.*no UTF-8/],
    ["latin-1-undeclared", "charset", /^windows-1252 \(header: silent; meta: silent;.*no UTF-8/],
    ["latin-1-as-utf-8", "charset", /^UTF-8 \(header: utf-8; meta: utf-8;.*no UTF-8/],
    ["brotli", "compression", /^yes, br$/],
    ["html-file", "attachment-headers", /type: application\/pdf/],
    ["gone", "procedure-labels", /^\? GET \S+: HTTP 404/],
  ])("sees %s: %s", async (fault, question, answer) => {
    const portal = await openPortal({ ...small, faults: [fault] });
    expect(answersOf(await tryDoctor(portal.url))[question]).toMatch(answer);
  });

  it("says with exit code 4 that an empty list shows nothing", async () => {
    const portal = await openPortal({ ...small, faults: ["empty-list"] });
    const examination = await tryDoctor(portal.url);
    expect(examination.report.exitCode).toBe(exitCodes.portalChanged);
    expect(answersOf(examination)["list-kind"]).toMatch(/no row that can be read/);
  });

  it("takes what is new but needless for a warning, and guesses no status", async () => {
    const portal = await openPortal({ procedures: 30, suppliers: 8 });
    const { url } = await openMutatedPortal(portal.url, {
      texts: {
        "<dt>Materia:</dt>": "<dt>Testigo social:</dt><dd>Sí</dd><dt>Materia:</dt>",
        ">Terminado<": ">En estudio de mercado<",
        ">Adjudicada<": ">Adjudicadas<",
        ">Desierto<": ">Desierto parcial<",
      },
      headers: { ETag: '"1"', "Cache-Control": "no-cache" },
    });
    const examination = await tryDoctor(url);
    const { report } = examination;
    expect(report).toMatchObject({ exitCode: exitCodes.done, verdict: { fit: "fitsBut" } });
    expect(report.verdict.sentence).toMatch(/fits but for: procedure-labels, estatus\./);
    const answers = answersOf(examination);
    expect(answers["procedure-labels"]).toContain('unknown: "Testigo social:"');
    expect(answers.estatus).toMatch(/unknown:.*"En estudio de mercado"/);
    expect(answers.validators).toBe('no: it names "1", and sends the list again all the same');
    expect(report.suggestions.map(({ line, strength }) => [strength, line])).toEqual([
      ["strong", 'estatus.adjudicado += "Adjudicadas"'],
      ["weak", 'estatus.desierto += "Desierto parcial"'],
    ]);
  });
});

describe("doctor, before a portal of which only a part answers", () => {
  const { routes, list } = durango;
  const row = `<tr><td><a href="${routes.procedimiento.replace("{id}", "7")}">LP-7</a></td><td>PAPEL</td><td>DIF</td></tr>`;
  const table = (rows: string, script = "") =>
    `<table><tr><th>Número</th><th>Descripción</th><th>Dependencia</th></tr>${rows}</table>${script}`;

  it("says why the pages of procedures did not come, and that one is to try again", async () => {
    const server = await openServer((request, response) => {
      const statusOf: Record<string, number> = { [routes.listado]: 200, "/robots.txt": 404 };
      sendHtml(response, table(row), statusOf[request.url ?? ""] ?? 500);
    });
    const examination = await tryDoctor(server.url);
    expect(examination.report).toMatchObject({
      exitCode: exitCodes.failed,
      verdict: { fit: "notSeen", sentence: expect.stringMatching(/HTTP 500\. Try again later/) },
    });
    expect(answersOf(examination)["procedure-labels"]).toMatch(/^\? GET \S+\/7: HTTP 500/);
  });

  it("says what is wrong with rows that are no answer of DataTables", async () => {
    const server = await openServer((request, response) => {
      const path = request.url?.replace(/\?.*/, "");
      if (path === routes.listado) {
        sendHtml(
          response,
          table(
            "",
            `<script>$.getJSON("/filas", pinta); var x = { ajax: { url: "${list.json?.path}" } };</script>`,
          ),
        );
      } else if (path === "/filas") {
        response.writeHead(200, { "Content-Type": "application/json" }).end('[{"Numero":"LP-7"}]');
      } else sendHtml(response, "nada", 404);
    });
    const examination = await tryDoctor(server.url);
    expect(examination.report).toMatchObject({ exitCode: exitCodes.portalChanged });
    expect(answersOf(examination)["list-kind"]).toMatch(
      /its scripts name \S+\/Listado, \/filas;.*HTTP 404.*\/filas\?\S+ the list's answer is not a DataTables answer/,
    );
  });

  it("does not ask for a registry that robots.txt forbids, and says so", async () => {
    const server = await openServer((request, response) => {
      const path = request.url ?? "";
      if (path === "/robots.txt") {
        response.writeHead(200, { "Content-Type": "text/plain" });
        response.end(`User-agent: *\nDisallow: ${routes.padron}\nCrawl-delay: 0.01`);
      } else if (path === routes.listado) sendHtml(response, table(row));
      else if (path.endsWith("Contratacion/7")) {
        sendHtml(
          response,
          "<dl><dt>Descripción</dt><dd>PAPEL</dd><dt>Unidad Compradora</dt><dd>DIF</dd></dl>",
        );
      } else sendHtml(response, "nada", 404);
    });
    const examination = await tryDoctor(server.url);
    expect(examination.report).toMatchObject({
      exitCode: exitCodes.done,
      verdict: { fit: "fitsBut" },
    });
    expect(answersOf(examination)).toMatchObject({
      robots: expect.stringMatching(
        /^yes, and it forbids the registry of suppliers.*Crawl-delay 0\.01$/,
      ),
      "registry-address": expect.stringMatching(/^no: .*robots\.txt forbids reading it/),
    });
    expect(server.requests.map(({ path }) => path)).not.toContain(routes.padron);
  });
});

describe("doctor, before a server of another kind", () => {
  it("tells where it leads, that case matters, and that pages can be asked for anew", async () => {
    const page = `<meta charset="iso-8859-1"><table><tr><th>Número</th><th>Descripción</th><th>Dependencia</th></tr><tr><td><a href="/consulta/ProcedimientosDeContratacion/7">LP-7</a></td><td>PAPEL</td><td>DIF</td></tr></table><a href="/aviso">Aviso de privacidad</a>`;
    const server = await openServer((request, response) => {
      const path = request.url ?? "";
      if (path === "/consulta/ProcedimientosDeContratacion") {
        const isKnown = request.headers["if-none-match"] === '"v1"';
        response.writeHead(isKnown ? 304 : 200, { "Content-Type": "text/html", ETag: '"v1"' });
        response.end(isKnown ? undefined : Buffer.from(page, "latin1"));
      } else if (path.endsWith("/7") && path.includes("Contratacion")) {
        sendHtml(
          response,
          "<dl><dt>Descripción</dt><dd>PAPEL $1,200.00 M.N.</dd><dt>Unidad Compradora</dt><dd>DIF</dd></dl>",
        );
      } else sendHtml(response, "nada", 404);
    });
    const answers = answersOf(await tryDoctor(server.url));
    expect(answers).toMatchObject({
      robots: "there is none, so everything may be read",
      cookies: "none",
      charset: expect.stringMatching(
        /^windows-1252 \(header: silent; meta: iso-8859-1;.*no UTF-8.*\) \/ UTF-8 \(header: utf-8; meta: silent/,
      ),
      validators: "yes: asked again, it answers HTTP 304",
      "path-case": "yes: in lower case it is not found",
      amounts: "yes, such as $1,200.00 M.N.; the profile reads none",
      "list-kind": expect.stringMatching(/^one page.*no script DataTables/),
      "registry-address": expect.stringMatching(/^no: .*HTTP 404/),
      terms: "Aviso de privacidad → /aviso",
      unpublished: "HTTP 404",
      "attachment-headers": "? no attachment was found",
      materia: "? neither the list nor the pages show any",
    });
  });
});
