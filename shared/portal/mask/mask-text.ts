import { type MaskPattern, maskPatterns } from "./patterns.ts";

/** A text with everything masked that has the form of something personal. */
export function maskText(text: string): string {
  return maskPatterns.reduce((masked, each) => maskAll(masked, each, () => undefined), text);
}

/** The text with all of a pattern masked; `onFound` is told of what was not masked before. */
export function maskAll(
  text: string,
  { pattern, mask }: Pick<MaskPattern, "pattern" | "mask">,
  onFound: (at: number, found: string) => void,
): string {
  // Hardly any text holds one, and going through the matches copies the pattern first.
  if (text.search(pattern) === -1) return text;
  let result = "";
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    const found = match.groups?.hide ?? match[0];
    const at = match.index + match[0].lastIndexOf(found);
    const hidden = mask(found);
    if (hidden === found) continue;
    onFound(at, found);
    result += text.slice(from, at) + hidden;
    from = at + found.length;
  }
  return result + text.slice(from);
}
