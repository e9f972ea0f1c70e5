import { type CoverageGroup, FeedCoverage } from "../../shared/feed/coverage.ts";
import { feedPaths } from "../../shared/feed/paths.ts";
import { coverageFields } from "./coverage-fields.ts";
import type { FeedFormat, Publication, PublishedProcess } from "./publication.ts";
import { yearOf } from "./year-files.ts";

/** An attachment that was read says what it is; how many were depends on our reading, so the gate does not look at it. */
const documentsRead = { id: "documentsRead", title: "Anexos leídos" };

interface Tally {
  procedures: number;
  withdrawn: number;
  /** In the order of `fields`. */
  counts: number[];
}

const fields = [...coverageFields.map(({ id, title }) => ({ id, title })), documentsRead];

/** `cobertura.json`: a `FeedCoverage`, one group a line, so that a group that did not change keeps its bytes. */
export function coverage({ draft }: Publication): FeedFormat {
  const total = newTally();
  const groups = new Map<string, { about: GroupKey; tally: Tally }>();
  return {
    addProcess: async (process) => {
      const about = groupOf(process);
      const key = JSON.stringify([about.buyerId, about.year]);
      const group = groups.get(key) ?? { about, tally: newTally() };
      groups.set(key, group);
      // Of a unit that was renamed, the name of the latest publication stands.
      for (const tally of [total, group.tally]) count(tally, process);
    },
    finish: async () => {
      const { groups: lines, ...head } = FeedCoverage.parse({
        schemaVersion: 1,
        title: "Qué parte de los procedimientos tiene cada dato, por unidad compradora y año",
        fields,
        total: describe(total),
        groups: [...groups.values()]
          .map(({ about, tally }) => ({ ...about, ...describe(tally) }))
          .sort(compareGroups),
      });
      const rows = lines.map((group) => JSON.stringify(group)).join(",\n");
      await draft.put(
        feedPaths.coverage,
        { title: "Qué datos tiene cada unidad compradora y año", mediaType: "application/json" },
        `${JSON.stringify(head).slice(0, -1)},"groups":[\n${rows}\n]}\n`,
      );
    },
  };
}

type GroupKey = Pick<CoverageGroup, "buyerId" | "buyerName" | "year">;

function groupOf({ row }: PublishedProcess): GroupKey {
  return {
    ...(row.buyerId !== undefined && { buyerId: row.buyerId }),
    ...(row.buyerName !== undefined && { buyerName: row.buyerName }),
    ...(row.publishedAt !== undefined && { year: yearOf(row.publishedAt) }),
  };
}

function newTally(): Tally {
  return { procedures: 0, withdrawn: 0, counts: fields.map(() => 0) };
}

function count(tally: Tally, { row, record, compiled, evidence }: PublishedProcess): void {
  if (row.withdrawnAt !== undefined) {
    tally.withdrawn += 1;
    return;
  }
  tally.procedures += 1;
  const present = [
    ...coverageFields.map((field) => field.isIn(compiled, record.id)),
    evidence.documents.some(({ files }) => files.length > 0),
  ];
  for (const [index, isPresent] of present.entries()) {
    if (isPresent) tally.counts[index] = (tally.counts[index] ?? 0) + 1;
  }
}

function describe({ procedures, withdrawn, counts }: Tally) {
  const covered = fields.map(({ id }, index) => {
    const count = counts[index] ?? 0;
    const share = Math.round((count / procedures) * 10_000) / 10_000;
    return [id, procedures === 0 ? { count } : { count, share }] as const;
  });
  return { procedures, withdrawn, fields: Object.fromEntries(covered) };
}

function compareGroups(a: GroupKey, b: GroupKey): number {
  return sortKey(a) < sortKey(b) ? -1 : 1;
}

/** What is not known comes last. */
function sortKey({ buyerId, buyerName, year }: GroupKey): string {
  const last = "\uffff";
  return [buyerName ?? last, buyerId ?? last, year ?? last].join("\u0000");
}
