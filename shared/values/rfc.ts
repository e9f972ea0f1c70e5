/** What an RFC (Registro Federal de Contribuyentes) says of its owner: 12 characters a company, 13 a natural person. */
export type RfcOwner = "company" | "person" | "generic";

const shape = /^(?<letters>[A-ZÑ&]{3,4})(?<date>\d{6})(?<homoclave>[1-9A-V][1-9A-Z][0-9A])$/;
const generic = new Set(["XAXX010101000", "XEXX010101000"]);
const checkAlphabet = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ";

/** Upper case without spaces, hyphens and dots, Ñ as one character: `zza-010203-ab3` → `ZZA010203AB3`. */
export function normalizeRfc(text: string): string {
  return text
    .normalize("NFC")
    .toUpperCase()
    .replace(/[\s\u00a0.\u2010-\u2015-]/g, "");
}

/** Whose RFC this is by its shape, or undefined where the text is not shaped like one. Expects a normalised RFC. */
export function rfcOwner(rfc: string): RfcOwner | undefined {
  if (generic.has(rfc)) return "generic";
  const groups = shape.exec(rfc)?.groups;
  if (!groups) return undefined;
  return groups.letters?.length === 3 ? "company" : "person";
}

/**
 * Whether the last character is the check character of the rest. About 1.5 % of the RFCs in real use
 * fail, so this is a reason to warn and never to reject. Expects a normalised RFC of known shape.
 */
export function hasValidCheck(rfc: string): boolean {
  if (generic.has(rfc)) return true;
  const body = rfc.slice(0, -1).padStart(12, " ");
  let sum = 0;
  for (const [index, char] of [...body].entries()) {
    sum += checkAlphabet.indexOf(char) * (13 - index);
  }
  const rest = (11 - (sum % 11)) % 11;
  return rfc.at(-1) === (rest === 10 ? "A" : String(rest));
}

/** An RFC as it may be published: a company's whole; of a natural person's, whose letters and date are personal data, nothing. */
export function publishableRfc(rfc: string): string | undefined {
  return rfcOwner(rfc) === "company" ? rfc : undefined;
}
