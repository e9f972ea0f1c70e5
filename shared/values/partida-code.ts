/**
 * A code of the Clasificador por Objeto del Gasto (COG) without the zeros that only fill it up: a chapter is one digit (2000 is `2`), a concept two (2100 is
 * `21`), a partida three (211). What lies in one begins with its code.
 */
export type PartidaCode = string;

const partidaCode = /^[1-9]{1,3}$/;

/**
 * The code that digits stand for, however many there are: `2100` → `21`, `2111` and `21101` (what a state makes of partida 211) → `211`, and so a key of
 * the CUCoP, whose eight digits begin with a partida: `21101001` → `211`. Undefined for what is no code, as a year is none: `2026`.
 */
export function readPartidaCode(digits: string): PartidaCode | undefined {
  if (!/^\d{1,8}$/.test(digits)) return undefined;
  const code = digits.slice(0, 3).replace(/0+$/, "");
  return partidaCode.test(code) ? code : undefined;
}

/** A key of the CUCoP has eight digits. */
export function isCucopKey(digits: string): boolean {
  return /^[1-9]\d{7}$/.test(digits);
}

/** A code as budgets write it: `2` → `2000`, `21` → `2100`, `211`. */
export function writePartidaCode(code: PartidaCode): string {
  return code.length === 3 ? code : code.padEnd(4, "0");
}
