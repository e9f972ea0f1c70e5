import { DateOrderError, PageChangedError } from "../../shared/portal/errors.ts";
import type { PageText } from "../../shared/portal/page.ts";
import type { PageDefinition } from "../../shared/portal/pages/definition.ts";
import type { PortalProfile } from "../../shared/portal/profile.ts";
import type { Findings } from "./findings.ts";
import type { Fetched } from "./http-client.ts";
import { readHtml } from "./read-page.ts";
import { stopAtRefusal } from "./refusal.ts";

/**
 * Reads a received page with one of the readers of `shared/portal`. Where the reader finds that the page has changed, the page is
 * first looked at for a login or a firewall's notice: then `PortalRefusedError` is thrown in place of `PageChangedError`. What a page of the
 * portal looks like is noted in `findings`, whether it can be read or not.
 */
export function readPortalPage<Result>(
  fetched: Fetched,
  definition: PageDefinition,
  profile: PortalProfile,
  findings: Findings,
  read: (page: PageText) => Result,
): { page: PageText; result: Result } {
  const page = readHtml(fetched.body, fetched.charset, definition, profile);
  const note = () => findings.structure.add(definition, page, fetched.url);
  try {
    const result = read(page);
    note();
    return { page, result };
  } catch (error) {
    if (error instanceof PageChangedError) stopAtRefusal(page, fetched.body, fetched.url);
    note();
    // The pages of procedures are told from each other only over the run; a list or a registry that is wrong ends it, or is left out.
    const isOfMany = definition.holds === "record" && error instanceof DateOrderError;
    throw isOfMany ? findings.explainDateOrder(error) : error;
  }
}
