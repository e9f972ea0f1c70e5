import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { startPracticePortal } from "../../fixtures/practice-portal/server.ts";
import { moveProfile } from "../../scraper/crawl/portal-hosts.ts";
import { scrape } from "../../scraper/crawl/scrape.ts";
import { publish } from "../../scraper/publish/publish.ts";
import { silentReporter } from "../../scraper/reporter.ts";
import { durango } from "../../shared/portal/profiles/durango.ts";

/**
 * `npm run sample`: makes `docs/muestra/` anew, some 50 made-up procedures in the feed's main formats, read on two days between which
 * the practice portal changed. The port is always the same, since the data names it.
 */
const port = 18_790;
const out = fileURLToPath(new URL("../../docs/muestra/", import.meta.url));
const kept = [
  "full.jsonl.gz",
  "releases/2026.jsonl",
  "evidencia.jsonl.gz",
  "licitaciones.csv",
  "licitaciones.xlsx",
  "licitaciones.parquet",
  "compras.sqlite",
  "LICENSE",
];

const folder = mkdtempSync(path.join(tmpdir(), "compras-muestra-"));
const portal = await startPracticePortal({
  port,
  procedures: 50,
  suppliers: 20,
  seed: 11,
  today: "2026-03-20",
});
try {
  const { corpus } = portal;
  await read("2026-03-20T18:00:00Z");
  const [first, second, third, fourth] = corpus.procedures
    .filter(({ listed, dirt, anexos }) => listed && dirt.length === 0 && anexos.length > 0)
    .sort((a, b) => openingOf(b).localeCompare(openingOf(a)));
  if (!first || !second || !third || !fourth) throw new Error("the corpus is too small");
  first.fechaAperturaProposiciones = "2026-04-09T11:00:00-06:00";
  second.estatus = "cancelado";
  third.anexos.pop();
  corpus.procedures.splice(corpus.procedures.indexOf(fourth), 1);
  corpus.unpublished.push(fourth.id);
  await read("2026-03-21T18:00:00Z");
  await publish({
    store: path.join(folder, "compras.sqlite"),
    out: path.join(folder, "feed"),
    baseUrl: "http://127.0.0.1:8787/",
    profile: durango,
  });
  keep();
} finally {
  await portal.close();
  rmSync(folder, { recursive: true });
}

function openingOf({ fechaAperturaProposiciones }: (typeof portal.corpus.procedures)[number]) {
  return fechaAperturaProposiciones ?? "";
}

async function read(instant: string): Promise<void> {
  await scrape({
    profile: moveProfile(durango, portal.url),
    store: path.join(folder, "compras.sqlite"),
    ocidPrefix: "ocds-durango-sin-registrar",
    delayMs: 0,
    concurrency: 1,
    timeoutMs: 5000,
    retries: 0,
    retryDelayMs: 1,
    maxRetryAfterMs: 1,
    maxSkipShare: 0,
    documents: "hash",
    maxDocuments: 1000,
    maxDocumentBytes: 10_000_000,
    full: true,
    dryRun: false,
    now: () => new Date(instant),
    reporter: silentReporter,
  });
}

/** Replaces the sample, but for its own page. */
function keep(): void {
  for (const name of readdirSync(out)) {
    if (name !== "README.md") rmSync(path.join(out, name), { recursive: true });
  }
  for (const file of kept) {
    mkdirSync(path.dirname(path.join(out, file)), { recursive: true });
    copyFileSync(path.join(folder, "feed", file), path.join(out, file));
  }
}
