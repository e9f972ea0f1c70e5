import type { FormDifference } from "../../shared/feed/health.ts";
import { maskPersonal } from "../../shared/mapping/mask-personal.ts";
import type { PageStructure } from "../../shared/portal/fingerprint.ts";
import { findFormChange } from "../../shared/portal/form-change.ts";

/** In what pages differ from how they were, without anything personal; undefined where they do not. */
export function describeDifference(
  before: PageStructure,
  now: PageStructure,
): FormDifference | undefined {
  const change = findFormChange(before, now);
  return (
    change && {
      from: before.fingerprint,
      ...change,
      added: change.added.map(maskPersonal),
      removed: change.removed.map(maskPersonal),
    }
  );
}
