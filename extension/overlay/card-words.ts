import type { RegistryStatus } from "../../shared/feed/registry-statuses.ts";
import type { AmountSummary, ProfileCoverage } from "../../shared/feed/supplier-profile.ts";
import type { Situation69b } from "../../shared/feed/supplier-row.ts";
import { formatCount, type MessageName, t, uiLanguage } from "./i18n.ts";

export const registryStatusNames: Readonly<Record<RegistryStatus, MessageName>> = {
  active: "registryActive",
  expired: "registryExpired",
  suspended: "registrySuspended",
  cancelled: "registryCancelled",
  removed: "registryRemoved",
  pending: "registryPending",
};

/** As the SAT words each situation, and what it means. */
export const situation69bWords: Readonly<
  Record<Situation69b, { name: MessageName; meaning: MessageName }>
> = {
  presunto: { name: "listPresumed", meaning: "listPresumedMeaning" },
  desvirtuado: { name: "listRebutted", meaning: "listRebuttedMeaning" },
  definitivo: { name: "listDefinite", meaning: "listDefiniteMeaning" },
  sentenciaFavorable: { name: "listFavourable", meaning: "listFavourableMeaning" },
};

/** `$116,000.00`; with its code where it is in no currency that the browser knows. */
export function formatMoney({ amount, currency }: { amount: number; currency: string }): string {
  if (!/^[A-Z]{3}$/.test(currency)) return `${formatCount(amount)} ${currency}`;
  return new Intl.NumberFormat(uiLanguage(), { style: "currency", currency }).format(amount);
}

/** How amounts are spread, with of how many: `Montos en MXN: mediana $150.00 (n = 2)…`. */
export function describeAmounts(summary: AmountSummary): string {
  const { currency, n, sum, lowerQuartile, median, upperQuartile } = summary;
  const money = (amount: number) => formatMoney({ amount, currency });
  if (n === 1) return t("amountsOne", money(median));
  return t(
    "amountsSpread",
    currency,
    money(median),
    formatCount(n),
    money(lowerQuartile),
    money(upperQuartile),
    money(sum),
  );
}

/** On what figures rest: of how many processes it is told who bid and who won. */
export function describeCoverage(coverage: ProfileCoverage): string {
  const { processes, withBidders, withAwards } = coverage;
  return t("coverage", formatCount(processes), formatCount(withBidders), formatCount(withAwards));
}
