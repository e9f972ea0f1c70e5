import type { PageText } from "../../../shared/portal/page.ts";
import type { PageDefinition } from "../../../shared/portal/pages/definition.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { readSample } from "../../../shared/portal/sample.ts";

/** What a page is read as by its definition, as plain JSON: the record or records, or `{ error }` with the name of the error. */
export function readCase(page: PageText, definition: PageDefinition): unknown {
  try {
    return JSON.parse(JSON.stringify(readSample(page, definition, durango)));
  } catch (error) {
    if (error instanceof Error) return { error: error.name };
    throw error;
  }
}
