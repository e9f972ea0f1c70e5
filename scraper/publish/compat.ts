import { compatSchemaVersion, FeedCompat, type PageCompat } from "../../shared/feed/compat.ts";
import { feedPaths } from "../../shared/feed/paths.ts";
import {
  hasDeclaredRoute,
  type PageId,
  type PageStructure,
} from "../../shared/portal/fingerprint.ts";
import type { PortalProfile } from "../../shared/portal/profile.ts";
import { hashJson } from "../../shared/values/hash.ts";
import type { Store } from "../store/open-store.ts";
import { type AnyRun, latestRuns } from "../store/runs.ts";
import { describeDifference } from "./describe-difference.ts";
import type { FeedDraft } from "./feed-draft.ts";
import { maxRuns, stateOf } from "./health.ts";

/** The form of the pages of one kind, as they were last read. */
interface LastForm {
  structure: PageStructure;
  readAt: string;
  since: string;
  /** The form before it; absent where none is known. */
  before?: PageStructure | undefined;
}

/** `compat.json`: a `FeedCompat`, by the latest run that looked at each kind of page, whether it came to its end or not. */
export async function writeCompat(
  draft: FeedDraft,
  store: Store,
  profile: PortalProfile,
): Promise<void> {
  const forms = new Map<PageId, LastForm>();
  let last: AnyRun | undefined;
  for (const run of latestRuns(store, maxRuns)) {
    last = run;
    for (const page of ["listado", "procedimiento", "padron"] as const) {
      const structure = run.structure[page];
      if (structure === undefined) continue;
      const known = forms.get(page);
      const isSame = known?.structure.fingerprint === structure.fingerprint;
      const since = isSame ? known.since : run.startedAt;
      const before = isSame ? known.before : known?.structure;
      forms.set(page, { structure, readAt: run.startedAt, since, before });
    }
  }
  if (last === undefined) throw new Error(`${store.file}: the store knows no run`);
  const describe = (page: PageId) => describePage(forms.get(page), page, profile);
  const compat = FeedCompat.parse({
    schemaVersion: compatSchemaVersion,
    title: "Si las páginas del portal siguen siendo como se declararon",
    profile: { id: profile.id, sha256: hashJson(profile) },
    lastRun: {
      startedAt: last.startedAt,
      state: stateOf(last),
      ...(last.reached !== undefined && { reached: last.reached }),
    },
    pages: {
      listado: describe("listado"),
      procedimiento: describe("procedimiento"),
      padron: describe("padron"),
    },
  });
  await draft.put(
    feedPaths.compat,
    {
      title: "Si las páginas del portal siguen siendo como se declararon",
      mediaType: "application/json",
    },
    `${JSON.stringify(compat, undefined, 2)}\n`,
  );
}

function describePage(
  form: LastForm | undefined,
  page: PageId,
  profile: PortalProfile,
): PageCompat {
  if (form === undefined) return { status: "unread" };
  const { structure, readAt, since, before } = form;
  const changed = before && describeDifference(before, structure);
  const route = hasDeclaredRoute(structure, page, profile);
  const lost = Object.values(structure.missing);
  const isGone = lost.some((pages) => pages === structure.pages);
  const met = lost.length === 0 ? "met" : "partly";
  return {
    status: isGone || !route ? "changed" : met,
    readAt,
    since,
    pages: structure.pages,
    missing: Object.keys(structure.missing),
    unknownLabels: structure.unknownLabels,
    route,
    strategies: structure.strategies,
    ...(structure.listKind !== undefined && { listKind: structure.listKind }),
    fingerprint: structure.fingerprint,
    ...(changed && { changed }),
  };
}
