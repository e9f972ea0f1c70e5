import { expect, it } from "vitest";
import { decodeWindows1252 } from "../../../shared/values/windows-1252.ts";
import { showAsWindows1252 } from "./misread.ts";

it("shows every byte as browsers do, also the five that Windows-1252 leaves open", () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  expect(decodeWindows1252(bytes)).toBe(showAsWindows1252(bytes));
});

it("reads a long page whole", () => {
  const bytes = new Uint8Array(300_000).fill(0xd1);
  expect(decodeWindows1252(bytes)).toBe("Ñ".repeat(300_000));
});
