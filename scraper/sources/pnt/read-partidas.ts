import { readPartidaCode } from "../../../shared/values/partida-code.ts";

/** Codes at the head of a cell, one or several: `21101`, `2111 Materiales de oficina`, `Partida 21101 y 21401`. */
const head = /^(?:partidas?\b[\s:.]*)?(\d+(?:(?:\s*[,;/-]\s*|\s+y\s+|\s+)\d+)*)(?!\d)/i;

/**
 * The codes of the COG that a cell tells, in its own digits; undefined where it begins with none. What stands behind them is their name, and is not taken: the COG
 * has it, and people write there what they like.
 */
export function readPartidas(cell: string): string[] | undefined {
  const digits = head.exec(cell.trim())?.[1]?.match(/\d+/g) ?? [];
  const codes = digits.filter(
    // A year is none: no concept is called 20.
    (code) => /^\d{3,6}$/.test(code) && readPartidaCode(code) !== undefined,
  );
  // One that is none makes all of them doubtful: `2026-211` is another number.
  return codes.length === 0 || codes.length < digits.length ? undefined : codes;
}
