import { decodeHTMLStrict } from "entities";
import { collapseSpaces } from "./text.ts";
import { windows1252Byte, windows1252Specials } from "./windows-1252.ts";

const continuation = `[\\u0080-\\u00bf${windows1252Specials.join("")}]`;
/** The last alternative is the rest of a letter that was misread twice: `Ú` is `Ãš`, and that is `ÃƒÅ¡`. */
const misread = new RegExp(
  `[ÂÃ]${continuation}|â${continuation}{2}|(?<=Ãƒ|Ã¢â‚¬)[ÅÆË]${continuation}`,
  "g",
);
const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * Undoes UTF-8 that was read as Windows-1252: `ADQUISICIÃ“N` becomes `ADQUISICIÓN`.
 *
 * Only sequences that decode to Latin letters or typographic punctuation are touched, so that text
 * which is right, such as `CAMIÓ”`, stays as it is.
 */
export function repairMojibake(text: string): string {
  return text.replace(misread, (sequence) => {
    const bytes = [...sequence].map(windows1252Byte);
    try {
      return utf8.decode(new Uint8Array(bytes));
    } catch {
      return sequence; // Not UTF-8 after all: the text is what it says.
    }
  });
}

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
