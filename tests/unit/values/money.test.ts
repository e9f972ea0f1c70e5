import { describe, expect, it } from "vitest";
import { parseAmount } from "../../../shared/values/money.ts";

describe("an amount", () => {
  it.each([
    ["$1,234,567.80", 1_234_567.8],
    ["$ 1,234,567.80 M.N.", 1_234_567.8],
    ["1234567.8", 1_234_567.8],
    ["1 234 567", 1_234_567],
    ["MXN $350,000", 350_000],
    ["350000.00 pesos mexicanos", 350_000],
    ["$350,000.00 (trescientos cincuenta mil pesos 00/100 M.N.)", 350_000],
    ["0.00", 0],
  ])("is read from %s", (text, amount) => {
    expect(parseAmount(text)).toBe(amount);
  });

  it.each(["1234,56", "1.234.567,80", "12,34,567", "-350", "350 mil", "ver contrato", ""])(
    "is not guessed from %s",
    (text) => {
      expect(() => parseAmount(text)).toThrow("not an amount");
    },
  );
});
