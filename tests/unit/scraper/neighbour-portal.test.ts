import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import {
  type NeighbourPortal,
  startNeighbourPortal,
} from "../../../fixtures/neighbour-portal/server.ts";
import { printInstant, words } from "../../../fixtures/neighbour-portal/words.ts";
import { rebuildStore } from "../../../scraper/archive/rebuild-store.ts";
import { moveProfile } from "../../../scraper/crawl/portal-hosts.ts";
import { exitCodes, StopRunError } from "../../../scraper/errors.ts";
import { findProfile } from "../../../scraper/portal-profiles.ts";
import { silentReporter } from "../../../scraper/reporter.ts";
import { hashContent } from "../../../scraper/store/content-hash.ts";
import { openStore } from "../../../scraper/store/open-store.ts";
import { presentProcedures, recordOf } from "../../../scraper/store/read-procedures.ts";
import { CompiledRelease } from "../../../shared/ocds/schema.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { tryDoctor } from "../doctor/try-doctor.ts";
import { readFeedText } from "./read-feed.ts";
import { runBundled } from "./run-program.ts";
import { makeFolder, openPortal, tryScrape } from "./try-scrape.ts";

const file = fileURLToPath(
  new URL("../../../fixtures/neighbour-portal/profile.json", import.meta.url),
);

describe("a portal that is added by one file", () => {
  let portal: NeighbourPortal;
  let folder: string;

  beforeAll(async () => {
    portal = await startNeighbourPortal(45, "2026-11-20");
    folder = makeFolder(afterAll);
    const args = ["run", "--profile", file, "--portal", portal.url, "--delay", "0", "--full"];
    const { code, stderr } = await runBundled(args, folder);
    expect(code, stderr).toBe(0);
  }, 60_000);
  afterAll(() => portal.close());

  it("gives a feed that says what it shows, under its own name", () => {
    const feed = path.join(folder, "feed");
    const index = JSON.parse(readFeedText(feed, "index.json"));
    expect(index.portal).toMatchObject({ id: "vecino", url: portal.url });
    const store = openStore(path.join(folder, "compras.sqlite"));
    onTestFinished(() => store.close());
    const read = [...presentProcedures(store)].map((id) => recordOf(store, id));
    const shown = portal.corpus.procedures.filter(({ listed }) => listed);
    expect(read).toHaveLength(shown.length);
    for (const truth of shown) {
      const record = read.find((each) => each?.id === truth.id);
      expect(record).toMatchObject({
        descripcion: truth.descripcion,
        unidadCompradora: truth.unidadCompradora,
        estatus: { texto: words.estatus[truth.estatus], clave: truth.estatus },
        tipoProcedimiento: { clave: truth.modalidad },
        materia: { clave: truth.materia },
      });
      expect(record?.url).toBe(
        `${portal.url}/licitaciones/ficha.php?seccion=publico&folio=${truth.id}`,
      );
      expect(record?.anexos.map(({ id }) => id)).toEqual(truth.anexos.map(({ id }) => id));
      const dates = [
        "fechaPublicacion",
        "fechaJuntaAclaraciones",
        "fechaAperturaProposiciones",
        "fechaFallo",
      ] as const;
      expect(dates.map((key) => printInstant(record?.[key]))).toEqual(
        dates.map((key) => printInstant(truth[key])),
      );
    }
    const compiled = readFeedText(feed, "full.jsonl.gz").trim().split("\n");
    expect(compiled).toHaveLength(shown.length);
    for (const line of compiled) {
      expect(CompiledRelease.parse(JSON.parse(line)).ocid).toMatch(/^ocds-vecino-sin-registrar-/);
    }
    expect(readFeedText(feed, "POLITICA.md")).not.toContain("Estado de Durango");
    expect(readFeedText(feed, "dcat.json")).toContain("Estado Vecino");
  });

  it("is read without a finding, and its archive gives the same store", async () => {
    const health = JSON.parse(readFeedText(path.join(folder, "feed"), "salud.json"));
    expect(health.runs[0].findings).toEqual([]);
    const store = path.join(makeFolder(), "compras.sqlite");
    await rebuildStore({
      archive: path.join(folder, "compras.archive"),
      store,
      profile: findProfile(file),
      reporter: silentReporter,
    });
    const hashes = [store, path.join(folder, "compras.sqlite")].map((name) => {
      const opened = openStore(name);
      const hash = hashContent(opened);
      opened.close();
      return hash;
    });
    expect(hashes[0]).toBe(hashes[1]);
  });

  it("fits its profile, as the doctor says; of another profile's it proposes the addresses", async () => {
    const profile = findProfile(file);
    const { report } = await tryDoctor(portal.url, { declared: profile });
    expect(report.verdict.fit).toBe("fits");
    const routes = { ...profile.routes, procedimiento: "/Ver/{id}", anexo: "/Bajar/{id}" };
    const { proposal } = await tryDoctor(portal.url, { declared: { ...profile, routes } });
    expect(proposal?.routes).toMatchObject({
      procedimiento: "/licitaciones/ficha.php?folio={id}&seccion=publico",
      anexo: profile.routes.anexo,
    });
  });

  it("does not get into the store of another, nor another into its own, nor out by another's profile", async () => {
    const other = await openPortal({ procedures: 8, suppliers: 3 });
    await expect(tryScrape(other.url, folder)).rejects.toThrow(
      'the store holds the data of the portal "vecino", and --profile names "durango"',
    );
    const own = makeFolder();
    await tryScrape(other.url, own);
    const profile = moveProfile(findProfile(file), portal.url);
    await expect(tryScrape(portal.url, own, { profile })).rejects.toMatchObject({
      exitCode: exitCodes.failed,
      message: expect.stringContaining('of the portal "durango", and --profile names "vecino"'),
    });
    const { code, stderr } = await runBundled(["publish", "--out", "otro"], folder);
    expect(code).toBe(1);
    expect(stderr).toContain('of the portal "vecino", and --profile names "durango"');
  });
});

describe("a file that is no profile", () => {
  const declared: Record<string, unknown> = JSON.parse(readFileSync(file, "utf8"));
  const complaint = (content: string): string => {
    const name = path.join(makeFolder(), "perfil.json");
    writeFileSync(name, content);
    try {
      findProfile(name);
    } catch (error) {
      if (!(error instanceof StopRunError)) throw error;
      expect(error.exitCode).toBe(exitCodes.wrongUsage);
      return error.message;
    }
    return "";
  };
  const labels = declared.labels as Record<string, Record<string, string[]>>;

  it.each([
    ["is refused whole", { id: 5, colour: "red" }, ["id: ", 'Unrecognized key: "colour"']],
    [
      "with a route without a number",
      { routes: { listado: "lista", procedimiento: "/ficha", anexo: "/a/{id}", padron: "/p" } },
      [
        "routes.listado: a path that begins with /",
        'routes.procedimiento: Invalid string: must include "{id}"',
      ],
    ],
    [
      "with a date format that nobody knows",
      { dateFormats: ["american"] },
      [
        'dateFormats.0: Invalid option: expected one of "iso"|"dayFirst"|"monthFirst"|"words"|"monthName"|"aspNet"',
      ],
    ],
    [
      "with a label of no field",
      { labels: { ...labels, padron: { ...labels.padron, color: ["Color"] } } },
      ["labels.padron.color: no field of this page; allowed are folio, rfc, nombre"],
    ],
    [
      "without a label that is needed",
      { labels: { ...labels, listado: { enlace: ["Ficha"] } } },
      ["labels.listado.descripcion: a label is needed"],
    ],
    [
      "with a word that OCDS has no code for",
      { estatus: { abierta: ["En convocatoria"] } },
      ["estatus.abierta: no word that OCDS has a code for; allowed are vigente, enProceso"],
    ],
    [
      "with another portal's name",
      { id: "durango" },
      [`id: "durango" is the name of ${durango.baseUrl}`],
    ],
  ])("%s says where and what is allowed", (_what, change, told) => {
    const message = complaint(JSON.stringify({ ...declared, ...change }));
    for (const text of told) expect(message).toContain(text);
  });

  it("says that it is no JSON, and of a name that nobody knows which there are", () => {
    expect(complaint("id: vecino")).toContain("cannot be read as JSON");
    expect(() => findProfile("zacatecas")).toThrow(
      "Name one of durango, or the JSON file of a profile.",
    );
  });
});
