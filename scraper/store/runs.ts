import * as z from "zod";
import { GateVerdict } from "../../shared/feed/health.ts";
import { type PageId, PageStructure, RunStructure } from "../../shared/portal/fingerprint.ts";
import { Finding } from "../crawl/findings.ts";
import type { ExitCode } from "../errors.ts";
import { inTransaction, type Store } from "./open-store.ts";
import { jsonText, readRow, readRows } from "./rows.ts";

/** What a run did, by name: pages, procedures read, skipped, added … */
export const RunCounts = z.record(z.string(), z.number());
export type RunCounts = z.infer<typeof RunCounts>;

/** Whether the portal answered: with its pages, with other pages, by sending us away, or not at all. */
export const Reached = z.enum(["yes", "changed", "refused", "silent"]);
export type Reached = z.infer<typeof Reached>;

/** A run that read the list to its end, or to its limit. */
export const FinishedRun = z
  .object({
    id: z.number(),
    started_at: z.string(),
    finished_at: z.string(),
    row_limit: z.number().nullable(),
    counts: jsonText(RunCounts),
    warnings: jsonText(z.array(Finding)),
  })
  .transform((row) => ({
    id: row.id,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    /** How many procedures it was told to read; undefined for all. */
    limit: row.row_limit ?? undefined,
    counts: row.counts,
    warnings: row.warnings,
  }));
export type FinishedRun = z.infer<typeof FinishedRun>;

const AnyRun = z
  .object({
    started_at: z.string(),
    finished_at: z.string().nullable(),
    state: z.enum(["running", "done", "failed"]),
    row_limit: z.number().nullable(),
    exit_code: z.number().nullable(),
    message: z.string().nullable(),
    counts: jsonText(RunCounts),
    warnings: jsonText(z.array(Finding)),
    structure: jsonText(RunStructure),
    reached: Reached.nullable(),
    gate: jsonText(GateVerdict).nullable(),
  })
  .transform((row) => ({
    startedAt: row.started_at,
    /** Absent while it goes on, and for good where it was killed. */
    ...(row.finished_at !== null && { finishedAt: row.finished_at }),
    state: row.state,
    ...(row.row_limit !== null && { limit: row.row_limit }),
    ...(row.exit_code !== null && { exitCode: row.exit_code }),
    ...(row.message !== null && { message: row.message }),
    /** Empty but for a run that is done. */
    counts: row.counts,
    warnings: row.warnings,
    structure: row.structure,
    ...(row.reached !== null && { reached: row.reached }),
    ...(row.gate !== null && { gate: row.gate }),
  }));
/** A run of any state, with all that is known of it. Instants are ISO 8601 with offset. */
export type AnyRun = z.infer<typeof AnyRun>;

/** A run as it begins or goes on. */
export interface RunStart {
  id: number;
  /** When it began for the first time. */
  startedAt: string;
  /** Whether it reads every page: as it was told to, or as the run was that it goes on with. */
  isFull: boolean;
  /** Procedures whose page it has read before it was interrupted; empty for a new run. */
  alreadyRead: ReadonlySet<string>;
}

const dayMs = 24 * 60 * 60 * 1000;
/** An interrupted run is gone on with for a day; after that its pages are too old to be left unread. */
export const resumeWithinMs = dayMs;
/** A run that was paused is gone on with for a week after each pause: with few requests a day, a portal takes many days. */
const resumePausedWithinMs = 7 * dayMs;

/** Whether a run stopped in order, to be gone on with: of the runs that fail, only these say that the portal answered. */
export function isPaused({ state, reached }: Pick<AnyRun, "state" | "reached">): boolean {
  return state === "failed" && reached === "yes";
}

/**
 * Begins a run, or goes on with the last one: where that was killed or broke off because the portal failed, if it began less than 24
 * hours ago; where it was paused, if that was less than a week ago. Instants are ISO 8601 with offset.
 */
export function beginRun(
  store: Store,
  start: {
    portalUrl: string;
    startedAt: string;
    limit: number | undefined;
    /** Whether it is to read every page, which is so unless it is said. */
    isFull?: boolean;
  },
): RunStart {
  const { isFull: isToBeFull = true } = start;
  return inTransaction(store, () => {
    const open = readRow(
      z.object({
        id: z.number(),
        started_at: z.string(),
        paused_at: z.string().nullable(),
        is_full: z.number(),
      }),
      store.db
        .prepare(
          // A run that was killed after a pause still bears the pause.
          "SELECT id, started_at, iif(reached = 'yes', finished_at, NULL) AS paused_at, is_full FROM runs " +
            "WHERE id = (SELECT max(id) FROM runs) AND portal_url = ? " +
            "AND (state = 'running' OR (state = 'failed' AND exit_code = 1))",
        )
        .get(start.portalUrl),
    );
    if (open && isRecent(open, start.startedAt)) {
      const isFull = isToBeFull || open.is_full === 1;
      store.db
        .prepare("UPDATE runs SET state = 'running', row_limit = ?, is_full = ? WHERE id = ?")
        .run(start.limit ?? null, Number(isFull), open.id);
      const { id, started_at: startedAt } = open;
      return { id, startedAt, isFull, alreadyRead: readsOf(store, id) };
    }
    store.db
      .prepare(
        "UPDATE runs SET state = 'failed', message = 'interrupted and not gone on with' WHERE state = 'running'",
      )
      .run();
    store.db.prepare("DELETE FROM run_reads").run();
    const { lastInsertRowid } = store.db
      .prepare(
        "INSERT INTO runs (portal_url, started_at, state, row_limit, is_full) VALUES (?, ?, 'running', ?, ?)",
      )
      .run(start.portalUrl, start.startedAt, start.limit ?? null, Number(isToBeFull));
    const { startedAt } = start;
    const id = Number(lastInsertRowid);
    return { id, startedAt, isFull: isToBeFull, alreadyRead: new Set<string>() };
  });
}

function isRecent(
  { started_at, paused_at }: { started_at: string; paused_at: string | null },
  now: string,
): boolean {
  const age = Date.parse(now) - Date.parse(paused_at ?? started_at);
  return age < (paused_at === null ? resumeWithinMs : resumePausedWithinMs);
}

/** Marks a run as done; its list of read pages is no longer needed. */
export function finishRun(
  store: Store,
  id: number,
  end: {
    finishedAt: string;
    counts: RunCounts;
    warnings: readonly Finding[];
    /** What its pages looked like; absent where it read none. */
    structure?: RunStructure;
  },
): void {
  inTransaction(store, () => {
    store.db
      .prepare(
        `UPDATE runs SET state = 'done', exit_code = 0, finished_at = ?, counts = ?, warnings = ?, structure = ?, reached = 'yes',
           message = NULL WHERE id = ?`,
      )
      .run(
        end.finishedAt,
        JSON.stringify(end.counts),
        JSON.stringify(end.warnings),
        JSON.stringify(end.structure ?? {}),
        id,
      );
    store.db.prepare("DELETE FROM run_reads WHERE run_id = ?").run(id);
  });
}

/** Marks a run as failed; the pages that it has read stay known, so that a later run may go on with it. */
export function failRun(
  store: Store,
  id: number,
  end: {
    finishedAt: string;
    exitCode: ExitCode;
    message: string;
    warnings: readonly Finding[];
    /** What its pages looked like; absent where it read none. */
    structure?: RunStructure;
    /** Undefined where the portal has nothing to do with the failure. */
    reached?: Reached | undefined;
  },
): void {
  store.db
    .prepare(
      `UPDATE runs SET state = 'failed', finished_at = ?, exit_code = ?, message = ?, warnings = ?, structure = ?, reached = ?
       WHERE id = ?`,
    )
    .run(
      end.finishedAt,
      end.exitCode,
      end.message,
      JSON.stringify(end.warnings),
      JSON.stringify(end.structure ?? {}),
      end.reached ?? null,
      id,
    );
}

/** The latest run that is done; undefined where none is. */
export function latestFinishedRun(store: Store): FinishedRun | undefined {
  return readRow(
    FinishedRun,
    store.db
      .prepare(
        "SELECT id, started_at, finished_at, row_limit, counts, warnings FROM runs WHERE state = 'done' ORDER BY id DESC LIMIT 1",
      )
      .get(),
  );
}

/** The latest runs, at most `count` of them, the oldest of these first: one at a time, since their findings may be many. */
export function* latestRuns(store: Store, count: number): Generator<AnyRun> {
  const rows = store.db
    .prepare(
      `SELECT started_at, finished_at, state, row_limit, exit_code, message, counts, warnings, structure, reached, gate
       FROM (SELECT * FROM runs ORDER BY id DESC LIMIT ?) ORDER BY id`,
    )
    .iterate(count);
  for (const row of rows) yield AnyRun.parse(row);
}

/** What pages of each kind looked like to the latest of the runs before this one that read such pages. */
export function lastForms(store: Store, runId: number): RunStructure {
  const kinds = ["listado", "procedimiento", "padron"] as const;
  const forms = kinds.map((kind) => [kind, lastForm(store, runId, kind)] as const);
  return Object.fromEntries(forms.filter(([, form]) => form !== undefined));
}

function lastForm(store: Store, runId: number, kind: PageId): PageStructure | undefined {
  const row = readRow(
    z.object({ form: jsonText(PageStructure) }),
    store
      .prepare(
        `SELECT json_extract(structure, ?) AS form FROM runs
         WHERE id < ? AND json_extract(structure, ?) IS NOT NULL ORDER BY id DESC LIMIT 1`,
      )
      .get(`$.${kind}`, runId, `$.${kind}`),
  );
  return row?.form;
}

/** How many runs the store knows. */
export function countRuns(store: Store): number {
  const row = readRow(
    z.object({ count: z.number() }),
    store.prepare("SELECT count(*) AS count FROM runs").get(),
  );
  return row?.count ?? 0;
}

/** What the gate said of a run; undefined where what it had read was not published. */
export function gateOf(store: Store, runId: number): GateVerdict | undefined {
  const row = readRow(
    z.object({ gate: jsonText(GateVerdict).nullable() }),
    store.prepare("SELECT gate FROM runs WHERE id = ?").get(runId),
  );
  return row?.gate ?? undefined;
}

/** Keeps what the gate said of a run, in the place of what it said before. */
export function saveGate(store: Store, runId: number, verdict: GateVerdict): void {
  store.prepare("UPDATE runs SET gate = ? WHERE id = ?").run(JSON.stringify(verdict), runId);
}

function readsOf(store: Store, runId: number): ReadonlySet<string> {
  const rows = store.db.prepare("SELECT procedure_id FROM run_reads WHERE run_id = ?").all(runId);
  return new Set(
    readRows(z.object({ procedure_id: z.string() }), rows).map((row) => row.procedure_id),
  );
}
