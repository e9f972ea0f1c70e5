import { afterAll, expect, it } from "vitest";
import { attachmentFile } from "../../../fixtures/practice-portal/attachment-file.ts";
import { attachmentPages } from "../../../fixtures/practice-portal/attachment-pages.ts";
import { writePdf } from "../../../fixtures/practice-portal/pdf-file.ts";
import { openPdfReader } from "../../../scraper/document-text/pdf-reader.ts";
import { textLimits } from "../../../scraper/document-text/text-limits.ts";

const reader = openPdfReader();
const small = openPdfReader({ ...textLimits, pages: 2, characters: 40, bytes: 4000 });
afterAll(async () => {
  await Promise.all([reader.close(), small.close()]);
});

const anexo = (nombre: string, fileName = nombre) => ({
  id: "37516",
  nombre,
  fileName,
  mediaType: "",
  bytes: 6000,
});

it("reads the text of each page, accents and lines as they are", async () => {
  const bases = anexo("BASES N-036-26.pdf");
  expect(await reader.read(attachmentFile(bases))).toEqual({
    state: "text",
    pages: attachmentPages(bases),
    isCut: false,
  });
});

it("tells a scan, another format and a damaged file from a text, and reads on after each", async () => {
  expect(await reader.read(attachmentFile(anexo("ACTA DE FALLO.pdf")))).toEqual({
    state: "noText",
  });
  expect(await reader.read(attachmentFile(anexo("Anexo técnico.docx")))).toEqual({
    state: "notPdf",
  });
  expect(await reader.read(Buffer.from("%PDF-1.7\nnada"))).toEqual({ state: "damaged" });
  expect(await reader.read(writePdf(["Hola"], 0))).toMatchObject({ pages: ["Hola"] });
});

it("reads no more than it may, and says so", async () => {
  expect(await small.read(writePdf(["uno", "dos", "tres"], 3000))).toEqual({
    state: "text",
    pages: ["uno", "dos"],
    isCut: true,
  });
  expect(await small.read(writePdf(["a".repeat(39), "bcd"], 3000))).toMatchObject({
    pages: ["a".repeat(39), "b"],
    isCut: true,
  });
  expect(await small.read(writePdf(["uno"], 5000))).toEqual({ state: "tooLarge" });
});

/** A page whose content draws a form that draws the next twice, and so on: 2 to the 40th pieces of text. */
function bomb(): Buffer {
  const forms = Array.from({ length: 40 }, (_, level) => {
    const content = level === 39 ? "BT /F1 9 Tf (x) Tj ET" : "/N Do /N Do";
    const next = level === 39 ? "" : `/XObject << /N ${level + 6} 0 R >> `;
    return `<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << ${next}/Font << /F1 3 0 R >> >> /Length ${content.length} >>\nstream\n${content}\nendstream`;
  });
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 45 0 R /Resources << /XObject << /N 5 0 R >> >> >>",
    ...forms,
    "<< /Length 5 >>\nstream\n/N Do\nendstream",
  ];
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join("");
  return Buffer.from(`%PDF-1.4\n${body}trailer\n<< /Size 46 /Root 1 0 R >>\n%%EOF\n`);
}

it("gives up a file that takes too long or too much, and reads the next one", async () => {
  const impatient = openPdfReader({ ...textLimits, timeoutMs: 3000, memoryMb: 64 });
  const { state } = await impatient.read(bomb());
  expect(["tooLong", "tooLarge"]).toContain(state);
  expect(await impatient.read(writePdf(["Hola"], 0))).toMatchObject({ pages: ["Hola"] });
  await impatient.close();
});
