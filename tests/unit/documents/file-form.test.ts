import { expect, it } from "vitest";
import {
  chooseEnding,
  dropEnding,
  endingOf,
  endingOfMediaType,
  isWebPage,
} from "../../../shared/documents/file-form.ts";

const bytes = (text: string): Uint8Array => Buffer.from(text, "latin1");

it.each([
  ["%PDF-1.4 …", ["pdf", "docx"], "pdf", true],
  ["\r\n%PDF-1.7", ["pdf"], "pdf", true],
  ["PK\u0003\u0004…", ["pdf", "docx"], "docx", true],
  ["PK\u0003\u0004…", ["pdf"], "zip", false],
  ["\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", ["xls"], "xls", true],
  ["\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", [], "bin", true],
  ["\u00ff\u00d8\u00ff\u00e0", ["pdf"], "jpg", false],
  ["Servicio no disponible", ["pdf"], "bin", false],
  ["Aviso", [undefined, "txt"], "txt", true],
  ["%PDF-1.4", ["txt"], "pdf", false],
] as const)("gives %j, said to be %j, the ending %s", (text, claimed, ending, isAsClaimed) => {
  expect(chooseEnding(bytes(text), claimed)).toEqual({ ending, isAsClaimed });
});

it.each([
  "<!DOCTYPE html><html>",
  "\u00ef\u00bb\u00bf\r\n<html>",
  "<!-- aviso --><HTML>",
  '<?xml version="1.0"?>\n<html xmlns="">',
])("takes %j for a web page", (text) => {
  expect(isWebPage(bytes(text))).toBe(true);
});

it("does not take other files for web pages", () => {
  expect(
    ["%PDF-1.4 <html>", "<?xml version='1.0'?><factura/>", ""].map(bytes).some(isWebPage),
  ).toBe(false);
});

it("knows the endings that documents have, and no others", () => {
  expect(
    [".PDF", "BASES N-036-26.Docx", "ADQ-50.2024", "v1.constructor", ""].map(endingOf),
  ).toEqual(["pdf", "docx", undefined, undefined, undefined]);
  expect(["BASES.v2.pdf", "ADQ-50.2024"].map(dropEnding)).toEqual(["BASES.v2", "ADQ-50.2024"]);
  expect(endingOfMediaType("image/jpeg")).toBe("jpg");
  expect(endingOfMediaType("application/octet-stream")).toBeUndefined();
});
