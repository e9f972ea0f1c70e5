/** What XML 1.0 has no place for. */
export const illegalXml =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\p{Cs}\ufffe\uffff]/gu;

/** Says what keeps a text from being well-formed XML 1.0; undefined where nothing does. Knows what our files use: no DTD, no CDATA. */
export function findXmlFault(xml: string): string | undefined {
  const illegalAt = xml.search(illegalXml);
  if (illegalAt >= 0) return `an illegal character at ${illegalAt}`;
  const open: string[] = [];
  let rest = xml.replace(/^<\?xml [^>]*\?>/, "");
  while (rest !== "") {
    const token =
      /^(?:(?<text>[^<]+)|<\/(?<end>[\w:.-]+)\s*>|<(?<start>[\w:.-]+)(?<attributes>(?:\s+[\w:.-]+="[^"<]*")*)\s*(?<empty>\/?)>|<!--(?:(?!--).)*-->)/s.exec(
        rest,
      );
    if (!token?.groups) return `no markup: ${rest.slice(0, 60)}`;
    const { text, end, start, attributes = "", empty } = token.groups;
    const content = text ?? attributes;
    const stray = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)/i.exec(content);
    if (stray) return `a stray & in ${content.slice(stray.index, stray.index + 30)}`;
    if (text?.trim() && open.length === 0) return `text outside of the root: ${text.slice(0, 60)}`;
    if (end !== undefined && open.pop() !== end) return `</${end}> closes nothing`;
    if (start !== undefined && empty === "") open.push(start);
    const names = [...attributes.matchAll(/([\w:.-]+)="/g)].map(([, name]) => name);
    if (new Set(names).size < names.length) return `an attribute twice in <${start}>`;
    rest = rest.slice(token[0].length);
  }
  return open.length === 0 ? undefined : `<${open.at(-1)}> is not closed`;
}
