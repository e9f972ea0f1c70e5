/** Writes a block of `name: value` lines (`application/warc-fields`). A value's line breaks become spaces. */
export function writeFields(fields: Readonly<Record<string, string>>): Uint8Array {
  const lines = Object.entries(fields).map(
    ([name, value]) => `${name}: ${value.replace(/\s*[\r\n]+\s*/g, " ")}\r\n`,
  );
  return Buffer.from(lines.join(""));
}

/** Reads such a block; of a repeated name, the last value. */
export function readFields(block: Uint8Array): Record<string, string> {
  const lines = new TextDecoder().decode(block).split(/\r?\n/);
  return Object.fromEntries(
    lines.flatMap((line) => {
      const colon = line.indexOf(":");
      return colon < 1 ? [] : [[line.slice(0, colon), line.slice(colon + 1).trim()]];
    }),
  );
}
