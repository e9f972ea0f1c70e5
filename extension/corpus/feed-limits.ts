import type { ExtensionIndex } from "../../shared/feed/index-schema.ts";

/** More than this no honest feed of one state's portal has by far; with it, the browser still answers as someone types. */
export interface FeedLimits {
  bytes: number;
  tenders: number;
  buyers: number;
  /** Of a title or any other text that is searched, in characters. */
  text: number;
  /** Of the list of what one can subscribe to, which has a line for each buyer. */
  subscriptionBytes: number;
  /** Of the manifest, which is a dozen lines. */
  manifestBytes: number;
}

export const feedLimits: FeedLimits = {
  bytes: 256 * 2 ** 20,
  tenders: 500_000,
  buyers: 5_000,
  text: 20_000,
  subscriptionBytes: 4 * 2 ** 20,
  manifestBytes: 2 ** 20,
};

/** What of an index is larger than it may be, for people: `dependencias: 5001 > 5000`; nothing where all is well. */
export function findExcess(
  { tenders }: ExtensionIndex,
  limits: FeedLimits = feedLimits,
): string | undefined {
  const buyers = new Set(tenders.map(({ buyerId }) => buyerId)).size;
  const longest = tenders.reduce(
    (most, { title = "", number = "", buyerName = "" }) =>
      Math.max(most, title.length, number.length, buyerName.length),
    0,
  );
  const sizes = [
    ["procedimientos", tenders.length, limits.tenders],
    ["dependencias", buyers, limits.buyers],
    ["caracteres de un texto", longest, limits.text],
  ] as const;
  const excess = sizes.find(([, size, most]) => size > most);
  return excess && `${excess[0]}: ${excess[1]} > ${excess[2]}`;
}

/** All that a stream gives; undefined as soon as that is more than `most` bytes, of which nothing more is read then. */
export async function readBounded(
  stream: ReadableStream<Uint8Array>,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length;
    if (size > most) {
      await reader.cancel();
      return undefined;
    }
    parts.push(next.value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
