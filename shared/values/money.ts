/** A text that should be an amount and is not one we can read. The text is in the message. */
export class UnreadableAmountError extends Error {
  override name = "UnreadableAmountError";
}

const sign = String.raw`(?:(?:mxn|mx|m\.?n\.?|usd|us)?\s*\$|mxn)?\s*`;
const digits = String.raw`(?<whole>\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+)(?:\.(?<cents>\d+))?`;
const unit = String.raw`(?:\s*(?:pesos(?: mexicanos)?|mxn|mx|m\.\s?n\.?|m\/n|mn|usd|dolares|dólares))*\.?`;
/** `$1,234,567.80 M.N.`, also with spaces for commas, and with the amount in words behind it. */
const shape = new RegExp(`^${sign}${digits}${unit}(?:\\s*\\(.*\\))?$`, "i");

/**
 * The amount that a text names: `$1,234,567.80 M.N.` → 1234567.8. Commas part thousands and a point the cents, as is usual in Mexico; a comma
 * that does not stand before three digits is not guessed at. Throws `UnreadableAmountError` for anything else, a negative amount included.
 */
export function parseAmount(text: string): number {
  const groups = shape.exec(text.trim().replace(/[\s\u00a0]+/g, " "))?.groups;
  if (!groups) throw new UnreadableAmountError(`not an amount: "${text}"`);
  return Number(`${groups.whole?.replace(/[, ]/g, "")}.${groups.cents ?? "0"}`);
}
