import { suggestLabels } from "../../shared/portal/diagnosis/suggest-labels.ts";
import { applySuggestions } from "../../shared/portal/diagnosis/suggestion.ts";
import { definitions } from "../../shared/portal/fingerprint.ts";
import type { MaskKind } from "../../shared/portal/mask/patterns.ts";
import type { PortalProfile } from "../../shared/portal/profile.ts";
import { matchRoute } from "../../shared/portal/routes.ts";
import { expectedOf, makeSample } from "../../shared/portal/sample.ts";
import { formatInstant } from "../../shared/values/dates.ts";
import { hashBytes } from "../../shared/values/hash.ts";
import type { Conversations } from "../messages.ts";

/** A page of the portal, ready to be saved and sent to the project by hand. */
export interface PageSample {
  /** Of the file: `listado-saved-2026-11-28.html`. */
  name: string;
  text: string;
  /** How much was masked, by kind. */
  masked: Partial<Record<MaskKind, number>>;
  /** Whether the page is read as it is declared. */
  isRead: boolean;
}

/** Makes the page as `compras doctor --save` would: without personal data, and with a note at its head. */
export function samplePage(
  { page, url, text, html }: Conversations["sample"]["ask"],
  profile: PortalProfile,
  now: Date,
): PageSample {
  const definition = definitions[page];
  // Who is named where is found by the labels, so that those count too which are not known but plain enough.
  const draft = applySuggestions(profile, suggestLabels([{ page: text }], definition, profile));
  const sample = makeSample(
    {
      html,
      page: text,
      definition,
      url,
      retrievedAt: now.toISOString(),
      sha256: hashBytes(html),
      isFromBrowser: true,
      // What is saved is UTF-8, whatever the page says that it was.
      charset: "utf-8",
    },
    draft,
  );
  const id = page === "procedimiento" ? matchRoute(url, profile.routes.procedimiento) : undefined;
  const day = formatInstant(now, profile.timeZone).slice(0, 10);
  return {
    name: `${[page, "saved", day, ...(id === undefined ? [] : [id])].join("-")}.html`,
    text: sample.note + sample.html,
    masked: sample.masked,
    isRead: expectedOf(text, definition, profile) !== undefined,
  };
}
