import type { ProcessAwards } from "../../../shared/feed/process-awards.ts";
import { describePrices, type PriceRange } from "../../../shared/registry/price-ranges.ts";
import { formatMoney } from "../../overlay/card-words.ts";
import { formatCount, t } from "../../overlay/i18n.ts";
import type { Purchase } from "./similar-purchases.tsx";

interface SimilarAmountsProps {
  purchases: readonly Purchase[];
  told: ReadonlyMap<string, ProcessAwards>;
}

/**
 * From what to what similar purchases went, with how many of them that rests on. What calls again for the same purchase is not
 * counted with it. All amounts that are published are with tax.
 */
export function SimilarAmounts({ purchases, told }: SimilarAmountsProps) {
  const counted = purchases.filter(({ isSameCall }) => !isSameCall);
  const awarded = counted.flatMap(({ row }) => told.get(row.id) ?? []);
  const values = awarded.flatMap(({ value }) => value ?? []);
  if (counted.length === 0) return null;
  return (
    <>
      <p className="aside">
        {t(
          "similarCoverage",
          formatCount(counted.length),
          formatCount(awarded.length),
          formatCount(values.length),
        )}
      </p>
      {describePrices(values).map((range) => (
        <p key={range.currency} className="amount">
          {inWords(range)}
        </p>
      ))}
      {values.length > 0 && <p className="aside">{t("similarTax")}</p>}
    </>
  );
}

function inWords(range: PriceRange): string {
  const { currency } = range;
  const money = (amount: number) => formatMoney({ amount, currency });
  if ("few" in range) {
    return t("similarFew", range.few.map(money).join("; "), formatCount(range.few.length));
  }
  const { n, least, median, most } = range;
  return t("similarRange", currency, money(least), money(median), money(most), formatCount(n));
}
