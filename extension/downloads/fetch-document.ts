import { endingOf, isWebPage } from "../../shared/documents/file-form.ts";
import { isPortalAddress } from "../../shared/portal/portal-address.ts";
import type { PortalProfile } from "../../shared/portal/profile.ts";
import { readBounded } from "../corpus/feed-limits.ts";
import type { FetchedFile, Problem } from "./outcome.ts";

interface FetchLimits {
  /** Of the whole answer. */
  timeoutMs: number;
  bytes: number;
}

/**
 * Asks the portal for a document, in the user's own session, as a click on its link would. Rejects where the signal aborts; what else
 * goes wrong is told.
 *
 * @param url the portal's.
 */
export async function fetchDocument(
  url: string,
  profile: PortalProfile,
  { timeoutMs, bytes: most }: FetchLimits,
  signal: AbortSignal,
): Promise<FetchedFile | Problem> {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      credentials: "include",
      // What is kept may be older than the time that the index states.
      cache: "no-cache",
      signal: AbortSignal.any([signal, timeout]),
    });
    const problem = refusalOf(response, profile);
    if (problem) {
      await response.body?.cancel(); // None in an answer without content.
      return problem;
    }
    const bytes = response.body ? await readBounded(response.body, most) : new Uint8Array();
    return bytes === undefined ? { kind: "tooLarge" } : describe(bytes, response.headers);
  } catch (error) {
    signal.throwIfAborted();
    if (timeout.aborted) return { kind: "timeout" };
    // So the browser names all that keeps an answer from being had.
    if (error instanceof TypeError) return { kind: "unreachable" };
    throw error;
  }
}

function refusalOf({ status, ok, url }: Response, profile: PortalProfile): Problem | undefined {
  if (!isPortalAddress(new URL(url), profile)) return { kind: "elsewhere" };
  if (status === 429) return { kind: "tooMany" };
  if (status === 403) return { kind: "refused" };
  if (status === 404 || status === 410) return { kind: "notThere" };
  return ok ? undefined : { kind: "httpStatus", detail: String(status) };
}

function describe(bytes: Uint8Array<ArrayBuffer>, headers: Headers): FetchedFile | Problem {
  if (bytes.length === 0) return { kind: "empty" };
  const mediaType = headers.get("Content-Type")?.split(";", 1)[0]?.trim().toLowerCase(); // Some answers have none.
  if (mediaType === "text/html" || isWebPage(bytes)) return { kind: "webPage" };
  const ending = endingInDisposition(headers.get("Content-Disposition") ?? "");
  return { bytes, ...(mediaType && { mediaType }), ...(ending !== undefined && { ending }) };
}

/** Of `attachment; filename*=UTF-8''Acta%20de%20fallo.pdf` the ending, which is ASCII in whatever encoding the name is. */
function endingInDisposition(header: string): string | undefined {
  const names = [...header.matchAll(/filename\*?\s*=\s*("[^"]*"|[^;]*)/gi)];
  return names
    .map(([, name = ""]) => endingOf(name.replaceAll('"', "")))
    .find((ending) => ending !== undefined);
}
