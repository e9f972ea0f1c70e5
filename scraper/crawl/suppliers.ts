import type { RegistryRow } from "../../shared/feed/supplier-row.ts";
import { mapSupplierRow } from "../../shared/mapping/supplier-row.ts";
import { InvalidRecordError, PageChangedError } from "../../shared/portal/errors.ts";
import { padron } from "../../shared/portal/pages/padron.ts";
import type { PortalProfile } from "../../shared/portal/profile.ts";
import { readSuppliers } from "../../shared/portal/read-record.ts";
import {
  describeError,
  RetryableFetchError,
  RunPausedError,
  SkipPageError,
  StopRunError,
} from "../errors.ts";
import type { Findings } from "./findings.ts";
import type { HttpClient } from "./http-client.ts";
import { followPaging } from "./paging.ts";
import { readPortalPage } from "./read-portal-page.ts";

/**
 * The registry of suppliers as it may be published, each supplier once; a natural person's RFC never gets beyond this function.
 *
 * Undefined where the portal shows no registry, hides it behind a login, or shows one that cannot be read: that is reported in
 * `findings` and is no reason to stop, since the tenders are what people come for and the last registry stays. The registry
 * is read last, so a refusal here is answered by leaving. Only a pause is thrown: the run that goes on asks for it again.
 */
export async function readSupplierRegistry(
  http: HttpClient,
  profile: PortalProfile,
  checkRobots: (url: string) => void,
  findings: Findings,
): Promise<RegistryRow[] | undefined> {
  const rows = new Map<string, RegistryRow>();
  const paging = followPaging(profile);
  let url: string | undefined = profile.baseUrl + profile.routes.padron;
  try {
    while (url !== undefined) {
      checkRobots(url);
      const fetched = await http.get(url);
      const { page, result } = readPortalPage(fetched, padron, profile, findings, (text) =>
        readSuppliers(text, profile, fetched.url),
      );
      for (const supplier of result) {
        findings.addRecord("padron", supplier, fetched.url);
        const row = mapSupplierRow(supplier);
        if (!rows.has(row.id)) rows.set(row.id, row);
      }
      url = paging.next(page, fetched.url);
    }
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === undefined) throw error;
    findings.add("notice", "padron", reason, describeError(error));
    return undefined;
  }
  return [...rows.values()];
}

function reasonOf(error: unknown): string | undefined {
  if (error instanceof SkipPageError) return "the portal shows no registry of suppliers";
  if (error instanceof PageChangedError) return "the registry of suppliers has changed";
  if (error instanceof InvalidRecordError) return "a supplier cannot be read";
  if (error instanceof RetryableFetchError) return "the registry of suppliers does not answer";
  if (error instanceof RunPausedError) return undefined;
  if (error instanceof StopRunError) return "the registry of suppliers is refused";
  return undefined;
}
