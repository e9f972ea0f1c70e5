import { StopRunError } from "../errors.ts";

/** What someone quotes of the feed: a release by its permanent address, with the hash that it had. */
export interface Citation {
  releaseId: string;
  /** Of the release in canonical JSON, hexadecimal. */
  sha256: string;
  /** Where the release was published, without what follows `#`. */
  address: string;
}

/**
 * Reads a citation in whatever words it stands: it needs the permanent link (`…/releases/2026.jsonl#ocds-…`) and the SHA-256. The JSON of
 * `evidencia.jsonl.gz` for one release will do, and so will a footnote. Throws `StopRunError` where one of them is missing or
 * stands there twice with different values.
 */
export function parseCitation(text: string): Citation {
  const link = onlyOne(
    text,
    /https?:\/\/[^\s"'<>#]*\/releases\/\d{4}\.jsonl#[\w.-]*\w/g,
    "permanent link",
  );
  const sha256 = onlyOne(text.toLowerCase(), /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g, "SHA-256");
  const [address = "", releaseId = ""] = link.split("#");
  return { releaseId, sha256, address };
}

function onlyOne(text: string, pattern: RegExp, what: string): string {
  const found = new Set(text.match(pattern));
  const [first] = found;
  if (first !== undefined && found.size === 1) return first;
  throw new StopRunError(
    found.size === 0
      ? `The citation has no ${what}. Give the release's permanent link (…/releases/2026.jsonl#ocds-…) and its SHA-256, as licitaciones.csv and evidencia.jsonl.gz have them.`
      : `The citation has ${found.size} different values for its ${what}. Give one release at a time.`,
  );
}
