import { decodeHTMLStrict } from "entities";
import { repairMojibake } from "./mojibake.ts";
import { collapseSpaces } from "./text.ts";

/**
 * Text as a person would have typed it: entities that were encoded twice (`mensajer&#237;a`) and
 * mojibake are undone, spaces collapsed. Letters that were lost (`NI?O`) are not guessed.
 */
export function repairText(text: string): string {
  const decoded = /&(#\d+|#x[\da-f]+|[a-z]+\d*);/i.test(text) ? decodeHTMLStrict(text) : text;
  // Twice: text that was misread on the way in and again on the way out has been seen in exports.
  const repaired = repairMojibake(repairMojibake(decoded));
  // A misread no-break space is `Â` and that space, which the readers have by now made a plain one.
  return collapseSpaces(repaired.replace(/Â(?=\s|$)/g, " "));
}
