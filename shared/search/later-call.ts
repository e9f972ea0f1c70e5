import type { TenderRow } from "../feed/tender-row.ts";
import { addDays, dayOf } from "../values/dates.ts";
import { splitWords } from "./fold.ts";

/** How titles say the how manieth call they are, in folded words. */
const call = "(?:convocatoria|vuelta|invitacion|licitacion)";
const anyCall = new RegExp(
  `\\b(?:primera|segunda|tercera|cuarta|quinta|\\d(?:ª|a|ra|da|ta)) ${call}\\b`,
);
const firstCall = new RegExp(`\\b(?:primera|1(?:ª|a|ra)) ${call}\\b`);

/** A purchase called for again is so within these days; what is bought alike later is another purchase. */
const mostDays = 200;

/**
 * Whether one of two procedures calls again for what the other called for: one buyer, the same title but for «segunda convocatoria»,
 * which one of them at least says, and dates that are near. A call that does not say so is another purchase.
 */
export function isLaterCall(one: TenderRow, other: TenderRow): boolean {
  if (one.buyerId === undefined || one.buyerId !== other.buyerId) return false;
  const [title, otherTitle] = [fold(one.title), fold(other.title)];
  const isLater = (text: string): boolean => anyCall.test(text) && !firstCall.test(text);
  // Two second calls are the second calls of two purchases.
  if (title === otherTitle || !(isLater(title) || isLater(otherTitle))) return false;
  if (withoutCall(title) !== withoutCall(otherTitle)) return false;
  const [earlier, later] = [one, other]
    .flatMap(({ publishedAt, opensAt }) => publishedAt ?? opensAt ?? [])
    .map(dayOf)
    .sort();
  // Where the portal leaves out the dates of one, the words alone have to do.
  return earlier === undefined || later === undefined || later <= addDays(earlier, mostDays);
}

function withoutCall(title: string): string {
  return title.replace(anyCall, "").split(" ").filter(Boolean).join(" ");
}

function fold(title = ""): string {
  return splitWords(title).join(" ");
}
