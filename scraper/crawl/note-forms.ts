import {
  findAbsentFields,
  type PageId,
  type RunStructure,
} from "../../shared/portal/fingerprint.ts";
import { type FormChange, findFormChange } from "../../shared/portal/form-change.ts";
import type { PortalProfile } from "../../shared/portal/profile.ts";
import type { Findings } from "./findings.ts";

/**
 * Tells in `findings` what the form of the pages says: in what it differs from how it was, and for which fields no page has a label, where
 * nothing else would be missed of a first run.
 *
 * @param before of the last run that read such pages; a kind that none has read is absent.
 */
export function noteForms(
  findings: Findings,
  now: RunStructure,
  before: RunStructure,
  profile: PortalProfile,
): void {
  for (const page of ["listado", "procedimiento", "padron"] as const) {
    const [last, structure] = [before[page], now[page]];
    if (structure === undefined) continue;
    const change = last && findFormChange(last, structure);
    if (change) {
      const prints = `fingerprint ${last.fingerprint}, now ${structure.fingerprint}`;
      findings.add("formChanged", page, describe(change, structure), prints);
    }
    const absent = findAbsentFields(structure, page, profile);
    if (absent.length === 0) continue;
    const labels = absent.flatMap((field) => profile.labels[page][field]?.slice(0, 1) ?? []);
    const example = `The profile knows ${quote(labels)} and their likes; what the pages say in their place can be added to it.`;
    findings.add("fieldAbsent", page, `no page has a label for ${quote(absent)}`, example);
  }
}

function describe(change: FormChange, now: NonNullable<RunStructure[PageId]>): string {
  const { added, removed, routes, strategies, listKind } = change;
  const parts = [
    ...(added.length > 0 ? [`new labels ${quote(added)}`] : []),
    ...(removed.length > 0 ? [`lost labels ${quote(removed)}`] : []),
    ...(routes ? [`addresses ${quote(routes)}, now ${quote(now.routes)}`] : []),
    ...(strategies ? [`read by ${quote(strategies)}, now by ${quote(now.strategies)}`] : []),
    ...(listKind ? [`list of kind ${listKind}, now ${now.listKind ?? "unknown"}`] : []),
  ];
  // What is missing on every page is in the fingerprint too, and told by the pages that are skipped.
  return parts.length > 0 ? parts.join("; ") : "a required label is on no page, or is back";
}

/** A portal that changed wholesale has more new labels than anybody reads. */
const maxNamed = 12;

function quote(texts: readonly string[]): string {
  const named = texts.slice(0, maxNamed).map((text) => `"${text}"`);
  return named.join(", ") + (texts.length > maxNamed ? ` and ${texts.length - maxNamed} more` : "");
}
