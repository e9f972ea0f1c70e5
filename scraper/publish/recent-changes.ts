import type { CompiledRelease } from "../../shared/ocds/schema.ts";
import { type CoverageField, coverageFields } from "./coverage-fields.ts";
import type { FeedFormat, PublishedRelease } from "./publication.ts";

/** What came to be known since the last feed. */
export interface RecentChanges {
  releases: number;
  /** Procedures that vanished from the portal and did not come back. */
  withdrawn: number;
  /** By the field's id: procedures that have lost it, less those that have got it; and of those that are new and should have it, how many do. */
  fields: Record<string, { lost: number; new: number; newWith: number }>;
}

/** A format that writes nothing and counts the releases after `lastCursor`. */
export interface RecentCounter extends FeedFormat {
  changes(): RecentChanges;
}

/** @param lastCursor number of the latest release that the last feed holds. @param ocidPrefix of the portal's number in an ocid. */
export function countRecent(lastCursor: number, ocidPrefix: string): RecentCounter {
  const withdrawn = new Set<string>();
  const fields = new Map(coverageFields.map(({ id }) => [id, { lost: 0, new: 0, newWith: 0 }]));
  let releases = 0;
  const count = (field: CoverageField, { before, after }: PublishedRelease, portalId: string) => {
    const counts = fields.get(field.id);
    if (counts === undefined) return;
    const has = field.isIn(after, portalId) ? 1 : 0;
    if (before !== undefined) counts.lost += (field.isIn(before, portalId) ? 1 : 0) - has;
    else if (!field.accrues) {
      counts.new += 1;
      counts.newWith += has;
    }
  };
  return {
    addRelease: async (step) => {
      // The portal's fields are what the gate looks at.
      if (step.seq <= lastCursor || step.isReported) return;
      const { ocid } = step.release;
      if (isWithdrawn(step.after)) {
        if (!isWithdrawn(step.before)) withdrawn.add(ocid);
        return;
      }
      withdrawn.delete(ocid);
      releases += 1;
      for (const field of coverageFields) count(field, step, ocid.slice(ocidPrefix.length + 1));
    },
    finish: async () => undefined,
    changes: () => ({ releases, withdrawn: withdrawn.size, fields: Object.fromEntries(fields) }),
  };
}

/** What came since the last feed where nothing did. */
export const noChanges: RecentChanges = { releases: 0, withdrawn: 0, fields: {} };

function isWithdrawn(state: CompiledRelease | undefined): boolean {
  return state?.tender?.status === "withdrawn";
}
