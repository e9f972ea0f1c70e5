import { Parser } from "htmlparser2";

/** What reads a part of a workbook as it comes by; names are without their namespace's prefix. */
export interface XmlEvents {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Reads XML in UTF-8 piece by piece, and gives control back after each. */
export async function* readXml(
  chunks: AsyncIterable<Buffer>,
  events: XmlEvents,
): AsyncIterable<void> {
  let isCutOff = false;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => events.open?.(localName(name), attributes),
      ontext: (text) => events.text?.(text),
      // What is still open at the end is closed by the parser alone.
      onclosetag: (name) => isCutOff || events.close?.(localName(name)),
    },
    { xmlMode: true },
  );
  const decoder = new TextDecoder();
  for await (const chunk of chunks) {
    parser.write(decoder.decode(chunk, { stream: true }));
    yield;
  }
  isCutOff = true;
  parser.end(decoder.decode());
}

/** Reads a part to its end. */
export async function readWholeXml(
  chunks: AsyncIterable<Buffer>,
  events: XmlEvents,
): Promise<void> {
  for await (const _ of readXml(chunks, events));
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** Undoes the way in which Office writes control characters: `_x000D_`. */
export function decodeOfficeText(text: string): string {
  return text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
