import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readHtml } from "../../../scraper/crawl/read-page.ts";
import { saveSample } from "../../../scraper/doctor/save-sample.ts";
import { PortalProfile } from "../../../shared/portal/profile.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { pageCases } from "../portal/page-cases.ts";
import { readCase } from "../portal/read-case.ts";
import { openServer, sendHtml } from "../scraper/simple-server.ts";
import { makeFolder, openPortal } from "../scraper/try-scrape.ts";
import { openMutatedPortal } from "./mutated-portal.ts";
import { tryDoctor } from "./try-doctor.ts";

/** Everything that was written, as one text. */
function textOf(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "latin1"))
    .join("\n");
}

describe("the sample that doctor saves", () => {
  it("can be put among the fixtures as it is: each page is read as it says, and says where it comes from", async () => {
    const portal = await openPortal({ procedures: 30, suppliers: 20 });
    const folder = makeFolder();
    const files = saveSample(await tryDoctor(portal.url), durango, folder);
    const cases = pageCases(folder);
    expect(cases.map(({ definition, name }) => `${definition.id}/${name}`)).toEqual([
      "listado/saved-2026-11-22-1",
      "listado/saved-2026-11-22-2",
      expect.stringMatching(/^procedimiento\/saved-2026-11-22-\d+$/),
      expect.stringMatching(/^procedimiento\/saved-2026-11-22-\d+$/),
      "padron/saved-2026-11-22-1",
    ]);
    expect(files.filter((file) => file.endsWith(".expected.json"))).toHaveLength(5);
    expect(files).not.toContain("perfil-propuesto.json");
    for (const { html, charset, definition, expected } of cases) {
      expect(readCase(readHtml(html, charset, definition, durango), definition)).toEqual(expected);
      expect(new TextDecoder().decode(html)).toMatch(
        /^<!-- Saved page: http:\/\/127\.0\.0\.1:\d+\/\S+, read on 2026-\S+; sha256 of the original [0-9a-f]{64}; masked: .+; Content-Type charset: utf-8\. -->\n<!DOCTYPE/,
      );
    }
    const people = portal.corpus.suppliers.filter(({ tipoPersona }) => tipoPersona === "fisica");
    expect(people.length).toBeGreaterThan(2);
    const written = textOf(folder);
    for (const { rfc, nombre } of people) {
      expect(written).not.toContain(Buffer.from(nombre).toString("latin1"));
      if (rfc !== undefined) expect(written).not.toContain(rfc);
    }
  });

  it("names no person of a registry whose labels nobody knows", async () => {
    const portal = await openPortal({ procedures: 3, suppliers: 20, faults: ["no-labels"] });
    const folder = makeFolder();
    saveSample(await tryDoctor(portal.url), durango, folder);
    const written = textOf(folder);
    const people = portal.corpus.suppliers.filter(({ tipoPersona }) => tipoPersona === "fisica");
    const named = people.filter(({ nombre }) =>
      written.includes(Buffer.from(nombre).toString("latin1")),
    );
    expect(named).toEqual([]);
  });

  it("masks rows that came as JSON, and keeps what the profile cannot read for a person to look at", async () => {
    const portal = await openPortal({ procedures: 12, suppliers: 3, list: "json" });
    const { url } = await openMutatedPortal(portal.url, {
      texts: {
        '"Numero"': '"Responsable":"JUANA PÉREZ","Correo":"juana@correo.mx","Numero"',
        "<dt>Unidad Compradora:</dt>": "<dt>Contacto:</dt><dd>Juana Pérez</dd><dt>Área:</dt>",
      },
    });
    const folder = makeFolder();
    const files = saveSample(await tryDoctor(url), durango, folder);
    const rows = JSON.parse(readFileSync(join(folder, "filas/saved-2026-11-22-1.json"), "utf8"));
    expect(rows.data[0]).toMatchObject({ Responsable: "XXXXX XXXXX", Correo: "xxxxx@xxxxxx.xx" });
    expect(rows.data).toHaveLength(rows.recordsTotal);
    expect(textOf(folder)).not.toMatch(/juana/i);
    // The page lacks a required label, so there is nothing yet that it should be read as.
    expect(files.filter((file) => /^procedimiento.*expected/.test(file))).toEqual([]);
    const proposed = PortalProfile.parse(
      JSON.parse(readFileSync(join(folder, "perfil-propuesto.json"), "utf8")),
    );
    expect(proposed).toMatchObject({ baseUrl: durango.baseUrl, id: "durango" });
    expect(proposed.labels.procedimiento.unidadCompradora).toContain("Área");
  });

  it("keeps a page in its own encoding, and says which where its note hides it", async () => {
    const list = `<table><tr><th>Número</th><th>Descripción</th><th>Dependencia</th></tr><tr><td><a href="/consulta/ProcedimientosDeContratacion/7">LP-7</a></td><td>PEÑÓN</td><td>DIF</td></tr></table>`;
    const detail =
      "<dl><dt>Descripción</dt><dd>PEÑÓN</dd><dt>Unidad Compradora</dt><dd>DIF</dd></dl>";
    const server = await openServer((request, response) => {
      const path = request.url ?? "";
      const send = (body: Buffer) =>
        response.writeHead(200, { "Content-Type": "text/html" }).end(body);
      if (path === durango.routes.listado) send(Buffer.from(list, "latin1"));
      // The declaration stands so late that the note would push it out of the first kilobyte, where it counts.
      else if (path.endsWith("Contratacion/7")) {
        send(Buffer.from(`<title>${" ".repeat(900)}</title><meta charset="utf-8">${detail}`));
      } else sendHtml(response, "nada", 404);
    });
    const folder = makeFolder();
    mkdirSync(join(folder, "padron"));
    saveSample(await tryDoctor(server.url), durango, folder);
    const [listed, page] = pageCases(folder);
    expect(listed?.charset).toBeUndefined();
    expect(Buffer.from(listed?.html ?? []).toString("latin1")).toContain(list);
    expect(listed?.expected).toMatchObject({ procedimientos: [{ descripcion: "PEÑÓN" }] });
    expect(page?.charset).toBe("utf-8");
    expect(page?.expected).toMatchObject({ descripcion: "PEÑÓN" });
  });

  it("says in one line that a folder cannot be written to", async () => {
    const portal = await openPortal({ procedures: 2, suppliers: 1 });
    const file = join(makeFolder(), "archivo");
    writeFileSync(file, "");
    const examination = await tryDoctor(portal.url);
    expect(() => saveSample(examination, durango, file)).toThrow(
      /cannot be written.*Name another folder with --save/,
    );
  });
});
