import { PageChangedError } from "../../shared/portal/errors.ts";
import type { PageText } from "../../shared/portal/page.ts";
import type { PageDefinition } from "../../shared/portal/pages/definition.ts";
import type { PortalProfile } from "../../shared/portal/profile.ts";
import { requireLabels } from "../../shared/portal/read-fields.ts";
import { readHtml } from "../crawl/read-page.ts";
import { stopAtRefusal } from "../crawl/refusal.ts";
import type { Exchange } from "./asker.ts";
import { readFacts } from "./page-facts.ts";
import type { SeenPage } from "./visit.ts";

/**
 * A received page as its definition reads it, whether it holds what is required or not; undefined where none came. Throws
 * `PortalRefusedError` for a login or a firewall's notice in its place.
 */
export function seePage(
  exchange: Exchange,
  definition: PageDefinition,
  profile: PortalProfile,
): SeenPage | undefined {
  const { fetched } = exchange;
  if (fetched === undefined) return undefined;
  const page = readHtml(fetched.body, fetched.charset, definition, profile);
  try {
    requireLabels(page, definition, profile, fetched.url);
  } catch (error) {
    if (!(error instanceof PageChangedError)) throw error;
    stopAtRefusal(page, fetched.body, fetched.url);
  }
  return { exchange, definition, url: fetched.url, page, facts: readFacts(fetched) };
}

/** A page as it is read by a profile; rows that came as JSON are what they are. */
export function readSeen(
  { exchange, facts, definition, page }: SeenPage,
  profile: PortalProfile,
): PageText {
  const { fetched } = exchange;
  return facts === undefined || fetched === undefined
    ? page
    : readHtml(fetched.body, fetched.charset, definition, profile);
}
