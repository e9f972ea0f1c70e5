import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { writeLicense } from "../../../scraper/publish/describe/license.ts";
import { noticeOf } from "../../../scraper/publish/describe/notice.ts";
import { writePolicy } from "../../../scraper/publish/describe/policy.ts";
import { startDraft } from "../../../scraper/publish/feed-draft.ts";
import { type Publication, packageMetadata } from "../../../scraper/publish/publication.ts";
import { parseCitation } from "../../../scraper/verify/citation.ts";
import { feedPaths } from "../../../shared/feed/paths.ts";
import { declaredExtensions } from "../../../shared/ocds/extensions.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { makeFolder } from "../scraper/try-scrape.ts";

const run = {
  id: 1,
  startedAt: "2026-03-01T12:00:00-06:00",
  finishedAt: "2026-03-01T12:30:00-06:00",
  limit: undefined,
  counts: {},
  warnings: [],
};

function tryPublication(
  { portalUrl = durango.baseUrl, ocidPrefix = "ocds-durango-sin-registrar" } = {},
  more: Partial<Publication> = {},
): Publication {
  const identity = { portal: "durango", portalUrl, ocidPrefix };
  return {
    draft: startDraft(makeFolder()),
    identity,
    profile: durango,
    baseUrl: "https://datos.example.org/compras/",
    timeZone: durango.timeZone,
    notice: noticeOf(identity, run, durango),
    ...more,
  };
}

async function policyOf(publication: Publication): Promise<string> {
  await writePolicy(publication);
  return readFileSync(path.join(publication.draft.folder, feedPaths.policy), "utf8");
}

describe("the publication policy", () => {
  it("lies where the packages say it does", async () => {
    const publication = tryPublication();
    await writePolicy(publication);
    const { publicationPolicy } = packageMetadata(publication, "x.json", run.finishedAt);
    const { path: file } = publication.draft.files()[0] ?? { path: "" };
    expect(publicationPolicy).toBe(`https://datos.example.org/compras/${file}`);
  });

  it.each([
    ["ocds-durango-sin-registrar", /\*\*El prefijo .* no está registrado/],
    ["ocds-a1b2c3", /tiene la forma de los que asigna/],
  ])("says of the prefix %s whether it may be registered", async (ocidPrefix, expected) => {
    expect(await policyOf(tryPublication({ ocidPrefix }))).toMatch(expected);
  });

  it.each([
    ["the portal", durango.baseUrl, "rechaza las páginas en las que no encuentra lo indispensable"],
    ["the practice portal", "http://127.0.0.1:8788", "son inventados"],
    ["another server", "https://example.org", "no vienen del portal oficial"],
  ])("says of data from %s what is verified of it", async (_, portalUrl, expected) => {
    const text = await policyOf(tryPublication({ portalUrl }));
    expect(text).toContain(expected);
    expect(text).toContain("Ninguna persona del proyecto ha comparado todavía");
  });

  it("says what each declared extension is for", async () => {
    const text = await policyOf(tryPublication());
    for (const url of declaredExtensions) expect(text).toContain(`](${url}): para`);
  });

  it("names the contact that is configured, and says so where none is", async () => {
    expect(await policyOf(tryPublication())).toContain("no ha dado una dirección de contacto");
    const text = await policyOf(tryPublication({}, { contact: "datos@example.org" }));
    expect(text).toContain("preguntar: datos@example.org");
  });

  it("shows a form of citing that can be verified", async () => {
    const [, form = ""] = /^> (.* SHA-256 .*)$/m.exec(await policyOf(tryPublication())) ?? [];
    const sha256 = "0123456789abcdef".repeat(4);
    const text = form
      .replace("(identificador de la entrega)", "ocds-a1b2c3-1-0123456789abcdef")
      .replace("(huella)", sha256);
    expect(parseCitation(text)).toEqual({
      releaseId: "ocds-a1b2c3-1-0123456789abcdef",
      sha256,
      address: "https://datos.example.org/compras/releases/2026.jsonl",
    });
  });

  it("says nothing that changes from one reading to the next", async () => {
    const now = await policyOf(tryPublication());
    expect(now).not.toMatch(/2026-03-01/);
    expect(now).toBe(await policyOf(tryPublication()));
  });
});

describe("the notice", () => {
  it("names an unofficial source, made-up data and a reading that was cut short", () => {
    const identity = { portal: "durango", ocidPrefix: "x" };
    const of = (portalUrl: string, limit?: number) =>
      noticeOf({ ...identity, portalUrl }, { ...run, limit }, durango);
    expect(of("https://www.comprasestatal.durango.gob.mx")).toBe(
      "Publicación no oficial, hecha con lo que muestra al público https://www.comprasestatal.durango.gob.mx. Lo que vale es el portal.",
    );
    expect(of("http://localhost:8788", 5)).toBe(
      "Datos de práctica, inventados: su fuente no es el portal oficial: http://localhost:8788. Lectura de prueba: se leyeron a lo sumo 5 procedimientos.",
    );
    expect(of("https://example.org")).toBe(
      "La fuente no es el portal oficial: https://example.org.",
    );
  });
});

describe("the licence", () => {
  it("names itself, its address and how to cite the source", async () => {
    const { draft, ...rest } = tryPublication();
    await writeLicense({ draft, ...rest });
    expect(readFileSync(path.join(draft.folder, feedPaths.license), "utf8")).toBe(
      `Creative Commons Attribution 4.0 International (CC BY 4.0)
https://creativecommons.org/licenses/by/4.0/

Puede copiar, adaptar y redistribuir estos datos, también con fines comerciales, si cita la fuente:
«Compras Abiertas Durango, con datos de https://comprasestatal.durango.gob.mx».

Menos sinonimos.json y partidas.json, que son de dominio público (CC0 1.0): https://creativecommons.org/publicdomain/zero/1.0/
`,
    );
  });
});
