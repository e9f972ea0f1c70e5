import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { tender } from "../../../fixtures/pnt/fields.ts";
import type { ReportRow } from "../../../fixtures/pnt/report.ts";
import { writeReport } from "../../../fixtures/pnt/write-report.ts";
import { publish } from "../../../scraper/publish/publish.ts";
import { saveIdentity } from "../../../scraper/store/identity.ts";
import { openStore } from "../../../scraper/store/open-store.ts";
import { saveProcedure } from "../../../scraper/store/procedures.ts";
import { rekeyStore } from "../../../scraper/store/rekey.ts";
import { beginRun, finishRun } from "../../../scraper/store/runs.ts";
import { undoImport } from "../../../scraper/store/undo-import.ts";
import { applyChanges, type FeedPosition, filesAfter } from "../../../shared/feed/apply-changes.ts";
import { ChangeLine, ChangesIndex } from "../../../shared/feed/changes.ts";
import { ProcedureEvidence } from "../../../shared/feed/evidence.ts";
import { CompiledRelease } from "../../../shared/ocds/schema.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import type { Procedimiento } from "../../../shared/portal/records.ts";
import { wholeRecord } from "../mapping/make-record.ts";
import { readFeedLines, readFeedText } from "../scraper/read-feed.ts";
import { makeFolder } from "../scraper/try-scrape.ts";
import { oneTender, tenderRow } from "./one-tender.ts";
import { importBytes } from "./reported-store.ts";

const { timeZone } = durango;
const noon = (day: number) => new Date(Date.UTC(2026, 2, day, 18));
const quarter = (last: string, ...rows: ReportRow[]) => ({
  ...oneTender,
  rows: rows.map((row) => ({ ...row, cells: { ...row.cells, [tender.periodEnd]: last } })),
});
const onPortal = "ocds-prueba-1234";
const elsewhere = { [tender.number]: "LP/E/SEED/999/2026", [tender.contract]: "CT-9/2026" };

type Full = Map<string, CompiledRelease>;
type Position = FeedPosition & { full: Full };

/** A store with one procedure of the portal's, in which days of March 2026 pass. */
function openYear() {
  const folder = makeFolder();
  const file = path.join(folder, "compras.sqlite");
  const store = openStore(file);
  onTestFinished(() => store.close());
  const portalUrl = "http://127.0.0.1:8788/";
  saveIdentity(store, { portal: durango.id, portalUrl, ocidPrefix: "ocds-prueba" });
  const startedAt = "2026-03-01T12:00:00-06:00";
  const { id } = beginRun(store, { portalUrl, startedAt, limit: undefined });
  finishRun(store, id, { finishedAt: startedAt, counts: {}, warnings: [] });
  const run = { id, ocidPrefix: "ocds-prueba", timeZone };
  const read = (day: number, change: Partial<Procedimiento> = {}) => {
    const page = { retrievedAt: noon(day), sha256: "0".repeat(64) };
    saveProcedure(store, run, { ...wholeRecord, ...change }, page, new Map());
  };
  read(2);
  const published: Position[] = [];
  return {
    store,
    read,
    take: async (day: number, report: Parameters<typeof writeReport>[0], name: string) =>
      importBytes(store, await writeReport(report), { day, name: `${name}.xlsx` }),
    undo: (day: number, name: string) => undoImport(store, name, { at: noon(day), timeZone }),
    /** Publishes, and holds every earlier feed to the law of changes. */
    publish: async () => {
      const out = path.join(folder, `feed-${published.length}`);
      await publish({ store: file, out, baseUrl: "https://datos.example.org/", profile: durango });
      const index = ChangesIndex.parse(JSON.parse(readFeedText(out, "changes/index.json")));
      const full: Full = new Map(
        readFeedLines(out, "full.jsonl.gz")
          .map((line) => CompiledRelease.parse(line))
          .map((compiled) => [compiled.ocid, compiled]),
      );
      published.push({ series: index.series, cursor: index.cursor, full });
      for (const earlier of published) {
        const files = filesAfter(index, earlier);
        const lines = (files ?? []).flatMap((each) =>
          readFeedLines(out, each.path).map((line) => ChangeLine.parse(line)),
        );
        expect(files).toBeDefined();
        expect(applyChanges(earlier.full, earlier.cursor, lines)).toEqual(full);
      }
      return { out, full };
    },
  };
}

const winners = (state: CompiledRelease | undefined) =>
  (state?.awards ?? []).map(({ suppliers, value }) => [suppliers?.[0]?.name, value?.amount]);

describe("a procedure that is reported quarter by quarter", () => {
  it("has its award once, however often it is reported, and keeps what the portal says", async () => {
    const { take, read, publish: publishAll } = openYear();
    await take(5, quarter("31/03/2026", tenderRow()), "q1");
    const first = await publishAll();
    expect(winners(first.full.get(onPortal))).toEqual([
      ["Comercializadora Zeta SA de CV", 116_000],
    ]);
    const again = await take(6, quarter("30/06/2026", tenderRow()), "q2");
    expect(again.report.counts).toMatchObject({
      "procedures reported before": 1,
      "processes with news": 0,
    });
    // The portal's page neither says nor unsays what reports say.
    read(7, { descripcion: "UNIFORMES Y CALZADO", numeroProcedimiento: "LP/E/SEED/007-A/2025" });
    const state = (await publishAll()).full.get(onPortal);
    expect(state?.tender).toMatchObject({
      id: "LP/E/SEED/007-A/2025",
      title: "UNIFORMES Y CALZADO",
      numberOfTenderers: 2,
    });
    expect(winners(state)).toEqual([["Comercializadora Zeta SA de CV", 116_000]]);
  });

  it("says a corrected amount in a further release", async () => {
    const { take, publish: publishAll } = openYear();
    await take(5, quarter("31/03/2026", tenderRow()), "q1");
    await take(6, quarter("30/06/2026", tenderRow({ [tender.total]: 232_000 })), "q2");
    const { full, out } = await publishAll();
    expect(winners(full.get(onPortal))).toEqual([["Comercializadora Zeta SA de CV", 232_000]]);
    const tags = readFeedLines(out, "releases/2026.jsonl").map(
      (line) => (line as { tag: unknown }).tag,
    );
    expect(tags).toEqual([["tender"], ["contract"], ["contractUpdate"]]);
  });

  it("has one winner where the winner was corrected, which merging cannot say", async () => {
    const { take, publish: publishAll } = openYear();
    await take(5, quarter("31/03/2026", tenderRow()), "q1");
    await publishAll();
    const other = { [tender.winner.company]: "Zarzamora SC", [tender.winner.rfc]: "ZZB010203AB3" };
    await take(6, quarter("30/06/2026", tenderRow(other)), "q2");
    const { full } = await publishAll();
    expect(winners(full.get(onPortal))).toEqual([["Zarzamora SC", 116_000]]);
    expect(full.get(onPortal)?.contracts).toHaveLength(1);
  });

  it("keeps a contract that a later report, which tells only what is new, does not repeat", async () => {
    const { take, publish: publishAll } = openYear();
    await take(5, quarter("31/03/2026", tenderRow()), "q1");
    const second = tenderRow({ [tender.contract]: "CT-2/2026", [tender.total]: 50_000 });
    await take(6, quarter("30/06/2026", second), "q2");
    const { full } = await publishAll();
    expect(winners(full.get(onPortal)).map(([, amount]) => amount)).toEqual([116_000, 50_000]);
  });

  it("gives up a row without a contract for the one that has it", async () => {
    const { take, publish: publishAll } = openYear();
    const early = { [tender.contract]: "ver nota", [tender.total]: "" };
    await take(5, quarter("31/03/2026", tenderRow(early)), "q1");
    await take(6, quarter("30/06/2026", tenderRow()), "q2");
    const { full } = await publishAll();
    expect(winners(full.get(onPortal))).toEqual([["Comercializadora Zeta SA de CV", 116_000]]);
  });

  it("is not turned back by an older report that comes later", async () => {
    const { take, publish: publishAll } = openYear();
    await take(5, quarter("30/06/2026", tenderRow({ [tender.total]: 232_000 })), "q2");
    await take(6, quarter("31/03/2026", tenderRow()), "q1");
    const { full } = await publishAll();
    expect(winners(full.get(onPortal))).toEqual([["Comercializadora Zeta SA de CV", 232_000]]);
  });
});

describe("an import of reports that is undone", () => {
  it("leaves the portal's procedure as it was, takes its own away, and every follower notices", async () => {
    const { take, undo, publish: publishAll } = openYear();
    const before = await publishAll();
    await take(5, { ...oneTender, rows: [tenderRow(), tenderRow(elsewhere)] }, "q1");
    const taken = await publishAll();
    expect(taken.full.size).toBe(2);
    undo(6, "pnt-q1");
    const { full, out } = await publishAll();
    expect(full).toEqual(before.full);
    const declared = (feed: string) =>
      readFeedText(feed, "packages/records-2026.json").includes("bid_extension");
    expect([before.out, taken.out, out].map(declared)).toEqual([false, true, false]);
    expect(readFeedText(out, "releases/2026.jsonl")).not.toContain("awards");
    expect(readFeedText(out, "adjudicaciones.csv").trim().split("\n")).toHaveLength(1);
    const lines = readFeedLines(out, "changes/2026-03-06.jsonl").map((line) =>
      ChangeLine.parse(line),
    );
    expect(lines.map(({ change, compiled }) => [change, compiled?.ocid])).toEqual(
      expect.arrayContaining([
        ["retracted", onPortal],
        ["retracted", undefined],
      ]),
    );
    // Once more: what was gone comes back under its old name.
    await take(7, { ...oneTender, rows: [tenderRow(), tenderRow(elsewhere)] }, "q1-again");
    expect([...(await publishAll()).full.keys()]).toEqual([...taken.full.keys()]);
  });

  it("leaves what another import says, as that one says it", async () => {
    const { take, undo, publish: publishAll } = openYear();
    await take(5, quarter("31/03/2026", tenderRow(), tenderRow(elsewhere)), "q1");
    await take(6, quarter("30/06/2026", tenderRow({ [tender.total]: 232_000 })), "q2");
    await publishAll();
    undo(7, "pnt-q1");
    const { full, out } = await publishAll();
    expect([...full.keys()]).toEqual([onPortal]);
    expect(winners(full.get(onPortal))).toEqual([["Comercializadora Zeta SA de CV", 232_000]]);
    const [evidence] = readFeedLines(out, "evidencia.jsonl.gz").map((line) =>
      ProcedureEvidence.parse(line),
    );
    expect(evidence?.reported).toEqual([
      {
        confidence: 1,
        reasons: expect.arrayContaining(["mismo número", "misma unidad compradora"]),
      },
    ]);
    expect(evidence?.releases.at(-1)?.rows).toEqual([
      {
        import: "pnt-q2",
        file: "q2.xlsx",
        sha256: expect.any(String),
        sheet: "Informacion",
        row: 8,
      },
    ]);
    undo(8, "pnt-q2");
    expect((await publishAll()).full.get(onPortal)?.awards).toBeUndefined();
  });
});

it("keeps its processes when the prefix of all ocids changes", async () => {
  const { store, take, publish: publishAll } = openYear();
  await take(5, { ...oneTender, rows: [tenderRow(), tenderRow(elsewhere)] }, "q1");
  rekeyStore(store, "ocds-abc123");
  const { full } = await publishAll();
  expect([...full.keys()].map((ocid) => ocid.replace(/[0-9a-f]{16}$/, "…"))).toEqual([
    "ocds-abc123-1234",
    "ocds-abc123-pnt-…",
  ]);
});
