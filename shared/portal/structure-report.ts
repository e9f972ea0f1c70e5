import { collectStructure, definitions, type PageId } from "./fingerprint.ts";
import { findLabel } from "./labels.ts";
import type { PageText } from "./page.ts";
import type { PortalProfile } from "./profile.ts";
import { expectedOf } from "./sample.ts";

/** A page as a reader of a browser has it. */
interface SeenPage {
  page: PageId;
  url: string;
  text: PageText;
  /** How many elements of some names it has. */
  tags: Readonly<Record<string, number>>;
}

/**
 * The form of a page as JSON, for whoever mends the reading: which fields were found and which are missing, by what strategy, and of which
 * elements it is made. Nothing of what the page says is in it: labels are told by the fields that they stand for, and those that nobody
 * knows are only counted.
 *
 * @param version of the extension.
 */
export function describeStructure(
  { page, url, text, tags }: SeenPage,
  profile: PortalProfile,
  version: string,
): string {
  const definition = definitions[page];
  const collector = collectStructure(profile);
  collector.add(definition, text, url);
  const structure = collector.structure()[page];
  const keys = new Set(text.labels.map((label) => findLabel(label, page, profile)?.key));
  const report = {
    about: "Form of a page of the portal, without its text",
    extension: version,
    page,
    routes: structure?.routes,
    isUnderstood: expectedOf(text, definition, profile) !== undefined,
    hasConflict: text.conflict !== undefined,
    asksForPassword: text.hasPasswordField,
    strategies: structure?.strategies,
    found: Object.keys(definition.fields).filter((key) => keys.has(key)),
    missing: Object.keys(structure?.missing ?? {}),
    unknownLabels: structure?.unknownLabels,
    entries: text.entries.length,
    links: text.links.length,
    tags,
    fingerprint: structure?.fingerprint,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
