import { InvalidRecordError, PageChangedError } from "./errors.ts";
import { type MaskedPage, maskPage } from "./mask/mask-page.ts";
import type { PageText } from "./page.ts";
import type { PageDefinition } from "./pages/definition.ts";
import type { PortalProfile } from "./profile.ts";
import {
  type ListReading,
  procedureUrl,
  readList,
  readProcedure,
  readSuppliers,
} from "./read-record.ts";
import type { Procedimiento, Proveedor } from "./records.ts";

/** The number that every saved page of a procedure is read under. */
export const sampleId = "1234";

/** A page as it came. */
export interface ReceivedPage {
  /** Its text, its encoding undone. */
  html: string;
  /** The same as its definition reads it. */
  page: PageText;
  definition: PageDefinition;
  url: string;
  /** ISO 8601. */
  retrievedAt: string;
  /** Of the bytes as they came, hexadecimal. */
  sha256: string;
  /** The page as a browser had it, written out again: then the hash is that of `html`, and nobody has the bytes. */
  isFromBrowser?: true;
  /** What the server's Content-Type says, if anything. */
  charset: string | undefined;
}

/** A page ready to be kept among the fixtures: without personal data, and with a note at its head that says where it comes from. */
export interface Sample extends MaskedPage {
  note: string;
}

/**
 * A page of a portal as a fixture. The note, an HTML comment, names the address, the time, the hash of the original and what was masked;
 * the charset that it names is what the page is later read by.
 *
 * @param profile the one that `page` was read by, since its labels tell where people are named.
 */
export function makeSample(received: ReceivedPage, profile: PortalProfile): Sample {
  const { html, page, url, retrievedAt, sha256, isFromBrowser, charset } = received;
  const masked = maskPage(html, page, profile);
  const what = Object.entries(masked.masked).map(([kind, count]) => `${count} ${kind}`);
  const facts = [
    `Saved page: ${url}, read on ${retrievedAt}`,
    isFromBrowser
      ? `as a browser had it, not the bytes as they came: sha256 of its text ${sha256}`
      : `sha256 of the original ${sha256}`,
    `masked: ${what.join(", ") || "nothing"}`,
    ...(charset === undefined ? [] : [`Content-Type charset: ${charset}`]),
  ];
  // Two hyphens would end the comment.
  const note = `<!-- ${facts.join("; ").replace(/--+|[<>]/g, (text) => encodeURIComponent(text).replaceAll("-", "%2D"))}. -->\n`;
  return { ...masked, note };
}

/** What a saved page is read as by its definition: the record or the records. Throws as the readers do. */
export function readSample(
  page: PageText,
  definition: PageDefinition,
  profile: PortalProfile,
): ListReading | Procedimiento | Proveedor[] {
  switch (definition.id) {
    case "listado":
      return readList(page, profile, profile.baseUrl + profile.routes.listado);
    case "procedimiento":
      return readProcedure(page, profile, sampleId, procedureUrl(profile, sampleId));
    case "padron":
      return readSuppliers(page, profile, profile.baseUrl + profile.routes.padron);
  }
}

/** The text of a saved page's `.expected.json`; undefined where the page cannot be read, which is for a person to look at. */
export function expectedOf(
  page: PageText,
  definition: PageDefinition,
  profile: PortalProfile,
): string | undefined {
  try {
    return `${JSON.stringify(readSample(page, definition, profile), null, 2)}\n`;
  } catch (error) {
    if (error instanceof PageChangedError || error instanceof InvalidRecordError) return undefined;
    throw error;
  }
}
