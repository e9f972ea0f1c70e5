import { createHash } from "node:crypto";
import { attachmentFile } from "../../fixtures/practice-portal/attachment-file.ts";
import type { ProcedureTruth } from "../../fixtures/practice-portal/truth.ts";
import { expectedRow, states } from "./expected-row.ts";
import type { LivePortal } from "./live-portal.ts";
import { type FeedRow, readFeedRows } from "./read-feed-rows.ts";

/** What a feed says that the portal never showed. To be asked at any time. */
export function findInventions(feed: string, { everShowed }: LivePortal): string[] {
  return [...readFeedRows(feed)]
    .filter(([id, { row }]) => !everShowed(id, row))
    .map(([id, { row }]) => `${id}: the portal never showed ${row}`);
}

/** Where a feed differs from what the portal shows now. To be asked after a whole run without faults. */
export function findDifferences(feed: string, live: LivePortal): string[] {
  const rows = readFeedRows(feed);
  const { procedures } = live.portal.corpus;
  const known = new Set(procedures.map(({ id }) => id));
  return [
    ...findInventions(feed, live),
    ...procedures.flatMap((procedure) => compare(procedure, rows.get(procedure.id))),
    ...[...rows]
      .filter(([id]) => !known.has(id))
      .flatMap(([id, row]) => compareGone(id, row, live.gone.has(id))),
  ];
}

function compare(truth: ProcedureTruth, found: FeedRow | undefined): string[] {
  const { id } = truth;
  // What was never on the list cannot be known.
  if (found === undefined) return truth.listed ? [`${id}: is not in the feed`] : [];
  const wanted = expectedRow(truth);
  return [
    ...(found.row === wanted ? [] : [`${id}: ${found.row} in the place of ${wanted}`]),
    ...(found.isWithdrawn ? [`${id}: is on the portal, and withdrawn in the feed`] : []),
    ...(states[truth.estatus] === found.state
      ? []
      : [`${id}: is "${found.state}" in the feed, and ${truth.estatus} on the portal`]),
    ...compareFiles(truth, found),
  ];
}

function compareFiles({ id, anexos }: ProcedureTruth, { evidence }: FeedRow): string[] {
  const wanted = anexos.map((anexo) => {
    const { fileName: name, mediaType } = anexo;
    const file = attachmentFile(anexo);
    const sha256 = createHash("sha256").update(file).digest("hex");
    return { id: `anexo-${anexo.id}`, name, mediaType, bytes: file.length, sha256 };
  });
  const found = (evidence?.documents ?? [])
    .filter((each) => each.withdrawnAt === undefined && each.id.startsWith("anexo-"))
    .map((each) => {
      const { name, mediaType, bytes, sha256 } = each.files.at(-1) ?? {};
      return { id: each.id, name, mediaType, bytes, sha256 };
    });
  const texts = (files: readonly object[]) => files.map((each) => JSON.stringify(each)).sort();
  const [a, b] = [texts(found), texts(wanted)];
  return [
    ...a.filter((each) => !b.includes(each)).map((each) => `${id}: has the file ${each}`),
    ...b.filter((each) => !a.includes(each)).map((each) => `${id}: lacks the file ${each}`),
  ];
}

function compareGone(id: string, { isWithdrawn, state }: FeedRow, isGone: boolean): string[] {
  if (!isGone) return [`${id}: is in the feed, and was never on the portal`];
  if (isWithdrawn && state === "Retirada") return [];
  return [`${id}: is gone from the portal, and "${state}" in the feed`];
}
