import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { ListedDocument } from "../../../extension/corpus/list-documents.ts";
import {
  type DownloadPace,
  downloadDocuments,
} from "../../../extension/downloads/download-documents.ts";
import { indexFile } from "../../../extension/downloads/index-file.ts";
import type { Outcome } from "../../../extension/downloads/outcome.ts";
import { readmeFile } from "../../../extension/downloads/readme-file.ts";
import { startZip } from "../../../extension/downloads/zip-file.ts";
import { attachmentFile } from "../../../fixtures/practice-portal/attachment-file.ts";
import type { FaultName } from "../../../fixtures/practice-portal/faults.ts";
import {
  type PracticePortal,
  startPracticePortal,
} from "../../../fixtures/practice-portal/server.ts";
import type { AttachmentTruth } from "../../../fixtures/practice-portal/truth.ts";
import { moveProfile } from "../../../scraper/crawl/portal-hosts.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { hashBytes } from "../../../shared/values/hash.ts";

let portal: PracticePortal;
/** Of a procedure with PDF and Word files, by number. */
let anexos: AttachmentTruth[];
let documents: ListedDocument[];

beforeAll(async () => {
  portal = await startPracticePortal({ procedures: 40, today: "2026-11-22" });
  const most = [...portal.corpus.procedures].sort((a, b) => b.anexos.length - a.anexos.length)[0];
  anexos = most?.anexos ?? [];
  expect(new Set(anexos.map(({ mediaType }) => mediaType)).size).toBe(2);
});
afterAll(() => portal.close());
beforeEach(() => {
  portal.setFaults([]);
  portal.requests.length = 0;
  documents = anexos.map(({ id, nombre }) => ({
    id: `anexo-${id}`,
    title: nombre,
    url: `${portal.url}/ProcedimientosDeContratacion/Descarga/Anexo/${id}`,
    isOnPortal: true,
    isNew: false,
    isGone: false,
  }));
});

interface Options {
  /** What the portal does when asked for a document, by its place. */
  faults?: Record<number, FaultName>;
  pace?: Partial<DownloadPace>;
  signal?: AbortSignal;
}

/** Downloads all, without waiting; says how long it would have waited. */
async function download({ faults = {}, pace, signal }: Options = {}) {
  const files = new Map<string, Uint8Array>();
  const waits: number[] = [];
  const outcomes = await downloadDocuments({
    documents,
    profile: moveProfile(durango, portal.url),
    pace: { startEveryMs: 60_000, timeoutMs: 20_000, totalBytes: 2 ** 20, ...pace },
    signal: signal ?? new AbortController().signal,
    wait: async (ms) => {
      waits.push(ms);
    },
    onStart: (document) => {
      const fault = faults[documents.indexOf(document)];
      portal.setFaults(fault === undefined ? [] : [fault]);
    },
    onOutcome: () => undefined,
    keep: (path, bytes) => files.set(path, bytes),
  });
  return { outcomes, files, waits };
}

const fateOf = (outcome: Outcome | undefined) =>
  outcome && ("problem" in outcome ? outcome.problem : outcome.oddities);

it("keeps every file as the portal has it, under a name of its own, and asks for one at a time with a pause between", async () => {
  const { outcomes, files, waits } = await download();
  expect([...files.values()].map(hashBytes)).toEqual(
    anexos.map((anexo) => hashBytes(attachmentFile(anexo))),
  );
  expect(outcomes.map((outcome) => "path" in outcome && outcome.path)).toEqual([...files.keys()]);
  for (const [place, path] of [...files.keys()].entries()) {
    expect(path).toMatch(/^otros\/[a-z\d-]+\.(?:pdf|docx)$/);
    expect(path.endsWith(".docx")).toBe(anexos[place]?.fileName.endsWith(".docx"));
  }
  expect(waits).toHaveLength(anexos.length - 1);
  expect(Math.min(...waits)).toBeGreaterThan(30_000);
});

it("tells why a document could not be had, keeps nothing in its place, and goes on with the others", async () => {
  const struck: Record<number, FaultName> = {
    0: "html-file",
    1: "empty-file",
    2: "error-500",
    3: "reset-body",
    4: "login",
  };
  const { outcomes, files } = await download({ faults: struck });
  expect(outcomes.slice(0, 6).map(fateOf)).toEqual([
    { kind: "webPage" },
    { kind: "empty" },
    { kind: "httpStatus", detail: "500" },
    { kind: "unreachable" },
    { kind: "webPage" },
    [],
  ]);
  expect(files.size).toBe(anexos.length - 5);
});

it.each([
  ["too-many", "tooMany"],
  ["forbidden", "refused"],
] as const)("asks for nothing more once the portal has answered with %s", async (fault, kind) => {
  const { outcomes, files } = await download({ faults: { 1: fault } });
  expect(outcomes.map(fateOf)).toEqual([
    [],
    { kind },
    ...anexos.slice(2).map(() => ({ kind: "notAsked" })),
  ]);
  expect(files.size).toBe(1);
  expect(portal.requests).toHaveLength(2);
});

it("gives a document up that takes too long, and one that would make the whole too large", async () => {
  const stalled = await download({ faults: { 0: "stalled" }, pace: { timeoutMs: 300 } });
  expect(fateOf(stalled.outcomes[0])).toEqual({ kind: "timeout" });
  const [first = 0, second = 0] = anexos.map(({ bytes }) => bytes);
  const small = await download({ pace: { totalBytes: first + second - 1 } });
  expect(small.outcomes.slice(0, 2).map(fateOf)).toEqual([[], { kind: "tooLarge" }]);
});

it("asks no other site, and for nothing that the portal links no longer", async () => {
  documents = documents.map((document, place) => ({
    ...document,
    ...(place === 0 && { isOnPortal: false }),
    ...(place === 1 && { withdrawnAt: "2026-03-18T11:30:00-06:00" }),
    ...(place === 2 && { isGone: true }),
    // One that the data are wrong about.
    ...(place === 3 && { url: `${portal.url}/ProcedimientosDeContratacion/Descarga/Anexo/1` }),
  }));
  const { outcomes } = await download();
  expect(outcomes.slice(0, 4).map(fateOf)).toEqual([
    { kind: "elsewhere" },
    { kind: "withdrawn" },
    { kind: "withdrawn" },
    { kind: "notThere" },
  ]);
  expect(portal.requests).toHaveLength(anexos.length - 3);
});

it("says of a file that it is another than the feed read, or of another format than its name says", async () => {
  const word = anexos.findIndex(({ mediaType }) => mediaType !== "application/pdf");
  documents = documents.map((document, place) => ({
    ...document,
    ...(place === 0 && { sha256: "0".repeat(64) }),
    ...(place === word && { title: "Anexo técnico.pdf" }),
  }));
  const { outcomes } = await download();
  expect(fateOf(outcomes[0])).toEqual(["otherThanFeed"]);
  // The answer calls it what it is.
  expect(outcomes[word]).toMatchObject({ path: "otros/anexo-tecnico.docx", oddities: [] });
});

it("ends when it is cancelled, and asks for nothing after that", async () => {
  const controller = new AbortController();
  portal.onRequest = () => controller.abort(new Error("cancelled"));
  await expect(download({ signal: controller.signal })).rejects.toThrow("cancelled");
  delete portal.onRequest;
  expect(portal.requests).toHaveLength(1);
});

it("packs a ZIP whose index tells of every document, as Excel reads it, and that says where it comes from", async () => {
  documents = documents.map((document, place) =>
    place === 0 ? { ...document, type: "biddingDocuments", title: "=1+1.pdf" } : document,
  );
  const { outcomes, files } = await download({ faults: { 1: "html-file" } });
  const madeAt = new Date("2026-11-22T18:00:00Z");
  const zip = startZip(madeAt);
  for (const [path, bytes] of files) zip.add(`ocds-1-7/${path}`, bytes);
  zip.add("ocds-1-7/indice.csv", indexFile(outcomes, durango.timeZone));
  const about = { id: "7", ocid: "ocds-1-7", title: "PAPEL", notice: "Datos inventados" };
  zip.add("ocds-1-7/LEEME.txt", readmeFile(about, outcomes, madeAt, durango));
  const packed = unzipSync(new Uint8Array(await zip.finish().arrayBuffer()));
  const { "ocds-1-7/indice.csv": index, "ocds-1-7/LEEME.txt": readme, ...own } = packed;
  expect(Object.values(own).map(hashBytes)).toEqual([...files.values()].map(hashBytes));

  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(index);
  expect(text).toMatch(/^\uFEFFArchivo,Nombre,/);
  const rows: Record<string, string>[] = parse(text, { bom: true, columns: true });
  expect(rows.map((row) => row.Dirección)).toEqual(documents.map(({ url }) => url));
  expect(rows[0]).toMatchObject({
    Archivo: "bases/1-1.pdf",
    Nombre: "'=1+1.pdf",
    Tipo: "Bases",
    Resultado: "Descargado",
    "Tamaño (bytes)": String(anexos[0]?.bytes),
    "Huella (SHA-256)": hashBytes(Object.values(own)[0] ?? ""),
    "Tipo de archivo": "application/pdf",
  });
  expect(rows[1]).toMatchObject({
    Archivo: "",
    Resultado: expect.stringMatching(/página web en lugar del archivo/),
    "Tamaño (bytes)": "",
    "Huella (SHA-256)": "",
  });
  const said = new TextDecoder().decode(readme);
  expect(said).toContain(`${anexos.length - 1} de ${anexos.length} conocidos`);
  expect(said).toContain("Descargado: 2026-11-22 12:00");
  expect(said).toContain("Aviso: Datos inventados");
});
