import { maskPersonal } from "../../../shared/mapping/mask-personal.ts";
import { Uri } from "../../../shared/ocds/model/field.ts";
import { addDays, parseDate, UnreadableDateError } from "../../../shared/values/dates.ts";
import { parseAmount, UnreadableAmountError } from "../../../shared/values/money.ts";
import { repairText } from "../../../shared/values/repair.ts";
import { type Cell, cellText, isErrorCell } from "../tables/cell.ts";
import { isPlaceholder } from "./placeholders.ts";

/** A cell that holds something which cannot be taken. The message is the reason, for the report. */
export class CellNotTakenError extends Error {
  override name = "CellNotTakenError";
}

/** The first days of this century to those of the next generation, as Excel counts them. */
const serials = { first: 36_526, last: 54_789 };
const excelDayZero = "1899-12-30";

/** One line of text; undefined where the cell is empty or says nothing. Throws `CellNotTakenError` for an error of the spreadsheet's. */
export function readText(cell: Cell): string | undefined {
  if (isErrorCell(cell)) throw new CellNotTakenError(`the spreadsheet shows ${cell.error}`);
  const text = repairText(cellText(cell));
  return isPlaceholder(text) ? undefined : text;
}

/**
 * A day, as the instant of its midnight: from a date, from text, or from a number that Excel would show as a date. Throws
 * `CellNotTakenError`.
 */
export function readDay(cell: Cell, timeZone: string): string | undefined {
  const text = readText(cell);
  if (text === undefined) return undefined;
  if (typeof cell === "object") return parseDate(text.slice(0, 10), timeZone, ["iso"]);
  const serial = Number(text);
  if (Number.isFinite(serial)) {
    if (serial < serials.first || serial > serials.last) {
      throw new CellNotTakenError(`${text} is no date`);
    }
    return parseDate(addDays(excelDayZero, Math.floor(serial)), timeZone, ["iso"]);
  }
  try {
    return parseDate(text, timeZone);
  } catch (error) {
    if (error instanceof UnreadableDateError) throw new CellNotTakenError(error.message);
    throw error;
  }
}

/** A positive amount. Zero stands for none, and is none. Throws `CellNotTakenError`. */
export function readAmount(cell: Cell): number | undefined {
  const text = readText(cell);
  if (text === undefined) return undefined;
  try {
    const amount = typeof cell === "number" ? cell : parseAmount(text);
    if (amount < 0) throw new CellNotTakenError(`${text} is negative`);
    return amount === 0 ? undefined : Math.round(amount * 100) / 100;
  } catch (error) {
    if (error instanceof UnreadableAmountError) throw new CellNotTakenError(error.message);
    throw error;
  }
}

/** An address that can be published. Throws `CellNotTakenError` for what is none, and for one that names a natural person's RFC. */
export function readLink(cell: Cell): string | undefined {
  const text = readText(cell);
  if (text === undefined) return undefined;
  const address = /^www\./i.test(text) ? `http://${text}` : text;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new CellNotTakenError(`"${text}" is no address`);
  }
  if (!Uri.safeParse(url.href).success) throw new CellNotTakenError(`"${text}" is no address`);
  const words = wordsOf(url.href);
  if (maskPersonal(words) !== words) {
    throw new CellNotTakenError("the address holds personal data");
  }
  return url.href;
}

/** Separators count as such for who looks for an RFC in `contrato_ZZZZ010203AB3.pdf`. */
function wordsOf(href: string): string {
  return href.replace(/[_%/]/g, " ");
}
