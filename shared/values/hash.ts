import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { configure } from "safe-stable-stringify";

/** SHA-256 of UTF-8 text or bytes, as 64 lower-case hexadecimal digits. */
export function hashBytes(content: string | Uint8Array): string {
  return bytesToHex(sha256(typeof content === "string" ? utf8ToBytes(content) : content));
}

/** Its keys stand in the order of their UTF-16 units, and all else as `JSON.stringify` writes it, as RFC 8785 wants it. */
const canonicalize = configure({ strict: true });
/** Half of a character, which no JSON text can hold. */
const loneSurrogate = /(?<!\\)(?:\\\\)*\\ud[89a-f]/;

/** SHA-256 of a JSON value in its canonical form (RFC 8785), so that the order of keys does not matter. Throws `TypeError` for what has none. */
export function hashJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined || loneSurrogate.test(text)) {
    throw new TypeError("hashJson: the value has no JSON form");
  }
  return hashBytes(text);
}
