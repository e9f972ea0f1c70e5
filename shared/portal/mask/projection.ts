import { decodeHTMLStrict } from "entities";

/** Stands in a projection where the page begins another cell, paragraph or line of its own. */
const blockBreak = "\n";
/** Stands behind a block break where what follows is a label: the content of `dt` or `th`. */
export const labelStart = "\ue000";

/**
 * The text of a page as a reader sees it, each character with its place in the source: entities are decoded, inline tags are left out,
 * and what is no text (tags, scripts, comments) stands apart in `raw`. Masking writes characters into it, and `write` gives back the page.
 */
export interface Projection {
  text: string;
  /** What is no text: the source of each tag, script and comment. */
  raw: { start: number; source: string }[];
  /** Puts `masked` in the place of the characters from `at` on; as many as it is long. */
  replace(at: number, masked: string): void;
  /** The same in the source itself, for what is in `raw`. */
  replaceSource(at: number, masked: string): void;
  /** The source with everything replaced; all else is as it was, to the character. */
  write(): string;
}

const markup =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|template|noscript)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)|<[a-z/!?](?:"[^"]*"|'[^']*'|[^'">])*>/gi;
const entity = /&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);?/iy;
const inlineTag = /^<\/?(?:a|abbr|b|big|code|em|font|i|mark|o:p|s|small|span|strong|sub|sup|u)\b/i;
const labelTag = /^<(?:dt|th)\b/i;

export function project(source: string): Projection {
  const chars: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const raw: Projection["raw"] = [];
  const edits = new Map<number, { end: number; masked: string }>();
  const put = (char: string, start: number, end: number): void => {
    chars.push(char);
    starts.push(start);
    ends.push(end);
  };
  const putText = (from: number, to: number): void => {
    for (let at = from; at < to; ) {
      entity.lastIndex = at;
      const match = source[at] === "&" ? entity.exec(source) : null;
      const decoded = match ? decodeHTMLStrict(match[0]) : "";
      const isOne = match !== null && decoded.length === 1 && decoded !== match[0];
      const end = isOne ? at + match[0].length : at + 1;
      const char = isOne ? decoded : (source[at] ?? "");
      put(char === blockBreak || char === labelStart ? " " : char, at, end);
      at = end;
    }
  };
  let at = 0;
  for (const { 0: found, index } of source.matchAll(markup)) {
    putText(at, index);
    at = index + found.length;
    raw.push({ start: index, source: found });
    if (inlineTag.test(found)) continue;
    // A line that is broken inside a label or a text is still the same label or text.
    put(/^<br\b/i.test(found) ? "\v" : blockBreak, index, index);
    if (labelTag.test(found)) put(labelStart, index, index);
  }
  putText(at, source.length);
  return {
    text: chars.join(""),
    raw,
    replace: (from, masked) => {
      for (let offset = 0; offset < masked.length; offset += 1) {
        const [start = 0, end = 0] = [starts[from + offset], ends[from + offset]];
        const char = masked.charAt(offset);
        if (end > start && char !== chars[from + offset]) edits.set(start, { end, masked: char });
      }
    },
    replaceSource: (from, masked) => edits.set(from, { end: from + masked.length, masked }),
    write: () => {
      let written = "";
      let from = 0;
      for (const [start, { end, masked }] of [...edits].sort(([a], [b]) => a - b)) {
        if (start < from) continue;
        written += source.slice(from, start) + masked;
        from = end;
      }
      return written + source.slice(from);
    },
  };
}
