import { mkdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { writeCompat } from "../../../scraper/publish/compat.ts";
import { startDraft } from "../../../scraper/publish/feed-draft.ts";
import { writeHealth } from "../../../scraper/publish/health.ts";
import { saveIdentity } from "../../../scraper/store/identity.ts";
import { openStore, type Store } from "../../../scraper/store/open-store.ts";
import { beginRun, failRun, finishRun, saveGate } from "../../../scraper/store/runs.ts";
import { FeedCompat } from "../../../shared/feed/compat.ts";
import { FeedHealth } from "../../../shared/feed/health.ts";
import { collectStructure, type RunStructure } from "../../../shared/portal/fingerprint.ts";
import { procedimiento } from "../../../shared/portal/pages/procedimiento.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { procedureUrl } from "../../../shared/portal/read-record.ts";
import { hashJson } from "../../../shared/values/hash.ts";
import { readFeedText } from "../scraper/read-feed.ts";
import { makeFolder } from "../scraper/try-scrape.ts";

const at = (day: number, hour = 6) =>
  `2026-03-${String(day).padStart(2, "0")}T${String(hour).padStart(2, "0")}:00:00-06:00`;

function makeStore(): Store {
  const store = openStore(path.join(makeFolder(), "compras.sqlite"));
  onTestFinished(() => store.close());
  saveIdentity(store, {
    portal: "durango",
    portalUrl: durango.baseUrl,
    ocidPrefix: "ocds-prueba",
  });
  return store;
}

const begin = (store: Store, day: number, limit?: number) =>
  beginRun(store, { portalUrl: durango.baseUrl, startedAt: at(day), limit }).id;

/** The structure of a run that read one procedure with these labels. */
function structureOf(labels: string[], url = procedureUrl(durango, "1")): RunStructure {
  const collector = collectStructure(durango);
  const page = { heading: "", labels, entries: [], links: [], hasPasswordField: false };
  collector.add(procedimiento, page, url);
  return collector.structure();
}

const usual = structureOf(["Descripción", "Unidad Compradora"]);

function finish(store: Store, day: number, structure?: RunStructure, counts = {}): number {
  const id = begin(store, day);
  finishRun(store, id, {
    finishedAt: at(day, 7),
    counts,
    warnings: [],
    ...(structure && { structure }),
  });
  return id;
}

async function publishSource(store: Store) {
  const folder = path.join(makeFolder(), "feed");
  mkdirSync(folder);
  const draft = startDraft(folder);
  await writeHealth(draft, store);
  await writeCompat(draft, store, durango);
  const text = readFeedText(folder, "salud.json");
  return {
    text,
    health: FeedHealth.parse(JSON.parse(text)),
    compat: FeedCompat.parse(JSON.parse(readFeedText(folder, "compat.json"))),
  };
}

describe("salud.json", () => {
  it("tells of every run, the latest first, what it did and what the pages looked like", async () => {
    const store = makeStore();
    const first = begin(store, 1, 500);
    finishRun(store, first, {
      finishedAt: at(1, 7),
      counts: { listed: 40, read: 39, skipped: 1, setAside: 0, withdrawn: 0 },
      warnings: [
        { kind: "unknownWord", page: "procedimiento", subject: "A", count: 2, example: "x" },
        { kind: "unknownWord", page: "procedimiento", subject: "B", count: 5, example: "x" },
        { kind: "unknownLabel", page: "padron", subject: "C", count: 1, example: "x" },
      ],
      structure: usual,
    });
    saveGate(store, first, { state: "open", reasons: [] });
    const second = begin(store, 2);
    failRun(store, second, {
      finishedAt: at(2, 8),
      exitCode: 1,
      message: "GET https://comprasestatal.durango.gob.mx/robots.txt: HTTP 503.",
      warnings: [],
      reached: "silent",
    });
    begin(store, 4);
    const { health } = await publishSource(store);
    const pages = { ...usual.procedimiento };
    expect(health).toEqual({
      schemaVersion: 1,
      title: "Cómo salió cada lectura del portal",
      portal: durango.baseUrl,
      known: 3,
      runs: [
        { startedAt: at(4), state: "unfinished", findings: [], structure: {} },
        {
          startedAt: at(2),
          finishedAt: at(2, 8),
          state: "failed",
          reached: "silent",
          exitCode: 1,
          message: "GET https://comprasestatal.durango.gob.mx/robots.txt: HTTP 503.",
          findings: [],
          structure: {},
        },
        {
          startedAt: at(1),
          finishedAt: at(1, 7),
          state: "done",
          reached: "yes",
          limit: 500,
          exitCode: 0,
          counts: { listed: 40, read: 39, skipped: 1, setAside: 0, withdrawn: 0 },
          findings: [
            { kind: "unknownLabel", page: "padron", subjects: 1, count: 1 },
            { kind: "unknownWord", page: "procedimiento", subjects: 2, count: 7 },
          ],
          structure: { procedimiento: pages },
          gate: { state: "open", reasons: [] },
        },
      ],
    });
  });

  it("says where the pages differ from the last ones that were read, runs without any in between", async () => {
    const store = makeStore();
    finish(store, 1, usual);
    finish(store, 2);
    const now = structureOf(["Descripción", "Unidad Compradora", "Testigo social"]);
    finish(store, 3, now);
    finish(store, 4, now);
    const { health } = await publishSource(store);
    expect(health.runs.map(({ structure }) => structure.procedimiento?.changed)).toEqual([
      undefined,
      {
        from: usual.procedimiento?.fingerprint,
        added: ["testigo social"],
        removed: [],
      },
      undefined,
      undefined,
    ]);
  });

  it("keeps the line of a run when others come", async () => {
    const store = makeStore();
    finish(store, 1, usual, { listed: 1 });
    const { text } = await publishSource(store);
    finish(store, 2, usual);
    const line = text.split("\n").find((each) => each.includes(at(1)));
    expect((await publishSource(store)).text.split("\n")).toContain(line);
  });

  it("holds the latest 1,000 runs, and says how many there are", async () => {
    const store = makeStore();
    store.db.exec(
      `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1003)
       INSERT INTO runs (portal_url, started_at, finished_at, state, counts)
       SELECT 'x', printf('20%02d-01-01T00:00:00-06:00', i / 12), NULL, 'failed', '{}' FROM n`,
    );
    const { health } = await publishSource(store);
    expect([health.known, health.runs.length]).toEqual([1003, 1000]);
    expect(health.runs[0]?.startedAt).toBe("2083-01-01T00:00:00-06:00");
  });
});

describe("compat.json", () => {
  it("says of each page whether it was met when it was last read, since when, and by which profile", async () => {
    const store = makeStore();
    finish(store, 1, structureOf(["Descripción", "Unidad Compradora", "Fallo"]));
    finish(store, 2, usual);
    finish(store, 3);
    finish(store, 4, usual);
    const { compat } = await publishSource(store);
    expect(compat).toMatchObject({
      schemaVersion: 1,
      profile: { id: "durango", sha256: hashJson(durango) },
      lastRun: { startedAt: at(4), state: "done", reached: "yes" },
      pages: { listado: { status: "unread" }, padron: { status: "unread" } },
    });
    expect(compat.pages.procedimiento).toEqual({
      status: "met",
      readAt: at(4),
      since: at(2),
      pages: 1,
      missing: [],
      unknownLabels: 0,
      route: true,
      strategies: [],
      fingerprint: usual.procedimiento?.fingerprint,
      changed: {
        from: structureOf(["Descripción", "Unidad Compradora", "Fallo"]).procedimiento?.fingerprint,
        added: [],
        removed: ["fallo"],
      },
    });
  });

  it.each([
    {
      what: "no page has a required label",
      structure: structureOf(["Objeto social", "Unidad Compradora"]),
      told: { status: "changed", missing: ["descripcion"], route: true, unknownLabels: 1 },
    },
    {
      what: "the pages lie elsewhere",
      structure: structureOf(["Descripción", "Unidad Compradora"], `${durango.baseUrl}/Detalle/1`),
      told: { status: "changed", missing: [], route: false },
    },
    {
      what: "some page has no required label",
      structure: (() => {
        const collector = collectStructure(durango);
        for (const labels of [["Descripción"], ["Descripción", "Dependencia"]]) {
          const page = { heading: "", labels, entries: [], links: [], hasPasswordField: false };
          collector.add(procedimiento, page, procedureUrl(durango, "1"));
        }
        return collector.structure();
      })(),
      told: { status: "partly", missing: ["unidadCompradora"], pages: 2 },
    },
  ])("says that it is not met where $what, though the run failed", async ({ structure, told }) => {
    const store = makeStore();
    finish(store, 1, usual);
    failRun(store, begin(store, 2), {
      finishedAt: at(2, 7),
      exitCode: 4,
      message: "the portal changed",
      warnings: [],
      structure,
      reached: "changed",
    });
    const { compat } = await publishSource(store);
    expect(compat.lastRun).toEqual({ startedAt: at(2), state: "failed", reached: "changed" });
    expect(compat.pages.procedimiento).toMatchObject({
      ...told,
      readAt: at(2),
      since: expect.any(String),
    });
  });
});
