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
  // Whatever was misread holds one of these, and hardly any right text does.
  if (!/[ÂÃâ]/.test(text)) return text;
  return text.replace(misread, (sequence) => {
    const bytes = [...sequence].map(windows1252Byte);
    try {
      return utf8.decode(new Uint8Array(bytes));
    } catch {
      return sequence; // Not UTF-8 after all: the text is what it says.
    }
  });
}
