import { foldLabel } from "../../../shared/values/text.ts";
import { isPlaceholder } from "./placeholders.ts";

/** Pesos that are not Mexico's. */
const otherPesos = /argentin|colombian|chilen|cuban|dominican|filipin|uruguay/;
const pesos = /peso|\bmxn?\b|\bmxp\b|\bm ?n\b|moneda nacional|\bnacional\b|mexic|^\$$/;
const foreign = /dolar|dollar|\busd?\b|euro|\beur\b|libra|yen|franco/;
/** How it is paid, not in what: a neighbour's text in the wrong column. */
const payment = /transferencia|cheque|efectivo|contado|credito|deposito|electronic|pago/;

/**
 * What a report's text for the currency says, of the hundreds that are seen: `MXN`, `pesos mexicanos`, `PESO MÉXICANO`, `M.N.`.
 * `unsaid` where it says nothing, in which case the headings have the amounts in pesos; `other` where it names another currency, or
 * is not understood.
 */
export function readCurrency(text: string | undefined): "MXN" | "unsaid" | "other" {
  if (text === undefined || isPlaceholder(text)) return "unsaid";
  const folded = foldLabel(text)
    .replace(/[^a-z0-9$]+/g, " ")
    .trim();
  if (foreign.test(folded) || otherPesos.test(folded)) return "other";
  if (pesos.test(folded)) return "MXN";
  return payment.test(folded) || /^[\d ]*$/.test(folded) ? "unsaid" : "other";
}
