import * as z from "zod";

const Text = z.string().min(1);
const Instant = z.iso.datetime({ offset: true });
const Count = z.int().nonnegative();

/** What the gate looks at before a feed takes the place of the last one. */
export const gateChecks = ["empty", "drop", "withdrawn", "coverage", "skipped"] as const;
export type GateCheck = (typeof gateChecks)[number];

/** Why the gate closed. */
export const GateReason = z.strictObject({
  check: z.enum(gateChecks),
  /** The same in Spanish. */
  title: Text,
  /** The field as `cobertura.json` names it, where a field is what has fallen. */
  field: Text.optional(),
  /** What was measured, in percent or percentage points; absent for an empty feed. */
  measured: z.number().nonnegative().optional(),
  /** What is allowed, in the same unit. */
  allowed: z.number().nonnegative().optional(),
});
export type GateReason = z.infer<typeof GateReason>;

/** What the gate said of a publish: `accepted` is closed, and published in spite of it. */
export const GateVerdict = z.strictObject({
  state: z.enum(["open", "accepted", "closed"]),
  /** Empty where it was open. */
  reasons: z.array(GateReason),
});
export type GateVerdict = z.infer<typeof GateVerdict>;

/** In what the pages of one kind differ from how they were. */
export const FormDifference = z.strictObject({
  /** The fingerprint that they had. */
  from: Text,
  added: z.array(Text),
  removed: z.array(Text),
  /** As they were before, where they are others now. */
  routes: z.array(Text).optional(),
  strategies: z.array(Text).optional(),
  listKind: z.enum(["html", "datatables", "json"]).optional(),
});
export type FormDifference = z.infer<typeof FormDifference>;

/** What the pages of one kind looked like in a run. */
export const PageHealth = z.strictObject({
  /** Pages that were looked at. */
  pages: z.int().positive(),
  /** Equal for pages of equal form. */
  fingerprint: Text,
  /** Folded labels that were seen. */
  labels: z.array(Text),
  /** Those of them that nine pages in ten had. */
  usualLabels: z.array(Text),
  /** Labels that nobody knows. */
  unknownLabels: Count,
  /** Required field → pages without a label for it. */
  missing: z.record(Text, z.int().positive()),
  /** Paths of the pages, `{id}` in the place of numbers. */
  routes: z.array(Text),
  /** How labels and texts were found: `dl`, `label-table`, `pairs`, `table`, `cards`, several of them joined by `+`. Empty for what is no HTML. */
  strategies: z.array(Text),
  listKind: z.enum(["html", "datatables", "json"]).optional(),
  /** What differs from the run before that read such pages; absent where nothing does, and where there is no such run here. */
  changed: FormDifference.optional(),
});
export type PageHealth = z.infer<typeof PageHealth>;

/** One reading of the portal. What a run that was not done would have counted is not known, and absent. */
export const RunHealth = z.strictObject({
  startedAt: Instant,
  finishedAt: Instant.optional(),
  /** `unfinished` goes on, was killed, or was paused in order, and then says why in `message`. */
  state: z.enum(["done", "failed", "unfinished"]),
  /** Whether the portal answered: with its pages, with other pages, by sending us away, or not at all. Absent where that is not known. */
  reached: z.enum(["yes", "changed", "refused", "silent"]).optional(),
  /** Procedures that it was told to read at most; absent for all. */
  limit: z.int().positive().optional(),
  /** With which `compras` ended: 0 done, 1 failed, 4 the portal changed. */
  exitCode: z.int().optional(),
  /** Why it failed, in English. */
  message: Text.optional(),
  /** What it did, by name: listed, read, skipped, added, changed, withdrawn, setAside …; and for what reason it asked for pages: new, listChanged, nearDate … */
  counts: z.record(Text, z.number()).optional(),
  /** What a person should look at, by kind and page: how many different ones, and how often they were seen in all. */
  findings: z.array(
    z.strictObject({
      kind: Text,
      page: Text,
      subjects: z.int().positive(),
      count: z.int().positive(),
    }),
  ),
  /** By kind of page; those that were not read are absent. */
  structure: z.strictObject({
    listado: PageHealth.optional(),
    procedimiento: PageHealth.optional(),
    padron: PageHealth.optional(),
  }),
  /** Absent where what the run read was not published. */
  gate: GateVerdict.optional(),
});
export type RunHealth = z.infer<typeof RunHealth>;

/** `salud.json`: how the readings of the portal went, the latest first. */
export const FeedHealth = z.strictObject({
  schemaVersion: z.literal(1),
  title: Text,
  /** Where the portal is read. */
  portal: z.url(),
  /** How many readings are known; the latest 1,000 of them stand here. */
  known: Count,
  runs: z.array(RunHealth),
});
export type FeedHealth = z.infer<typeof FeedHealth>;
