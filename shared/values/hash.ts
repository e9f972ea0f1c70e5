import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import canonicalize from "canonicalize";

/** SHA-256 of UTF-8 text or bytes, as 64 lower-case hexadecimal digits. */
export function hashBytes(content: string | Uint8Array): string {
  return bytesToHex(sha256(typeof content === "string" ? utf8ToBytes(content) : content));
}

/** SHA-256 of a JSON value in its canonical form (RFC 8785), so that the order of keys does not matter. */
export function hashJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("hashJson: the value has no JSON form");
  return hashBytes(text);
}
