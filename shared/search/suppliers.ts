import type { SupplierRow } from "../feed/supplier-row.ts";
import { normalizeRfc } from "../values/rfc.ts";
import { foldText, splitWords } from "./fold.ts";

/**
 * The suppliers whose name, RFC, registry number, activities, municipality or status hold every word of the text, in the order given.
 * An empty text finds all.
 */
export function searchSuppliers(rows: readonly SupplierRow[], text: string): SupplierRow[] {
  const words = splitWords(text);
  const rfc = normalizeRfc(text);
  return rows.filter((row) => {
    const haystack = foldText(
      [
        row.name,
        row.rfc,
        row.registryNumber,
        row.municipality,
        row.statusText,
        ...row.activities,
      ].join(" "),
    );
    return (
      words.every((word) => haystack.includes(word)) ||
      (rfc.length >= 6 && row.rfc?.includes(rfc) === true)
    );
  });
}
