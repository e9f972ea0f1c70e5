import { describe, expect, it } from "vitest";
import { contentDisposition } from "../../../fixtures/practice-portal/attachment-file.ts";
import { fileNameOf, mediaTypeOf } from "../../../scraper/crawl/document-headers.ts";

const latin1 = (text: string) => Buffer.from(text, "utf8").toString("latin1");

describe("the name of a file in Content-Disposition", () => {
  it.each([
    ["quoted", 'attachment; filename="ACTA DE FALLO.pdf"', "ACTA DE FALLO.pdf"],
    ["quoted, with a semicolon", 'attachment; filename="Anexo 1; bases.pdf"', "Anexo 1; bases.pdf"],
    ["quoted, with quotes", 'attachment; filename="Bases \\"A\\".pdf"', 'Bases "A".pdf'],
    ["plain", "attachment; filename=BASES.pdf; size=12", "BASES.pdf"],
    ["plain, with spaces", "attachment; filename=BASES IO N36 26.pdf", "BASES IO N36 26.pdf"],
    [
      "RFC 5987",
      "attachment; filename*=UTF-8''Acta%20de%20Resoluci%C3%B3n.pdf",
      "Acta de Resolución.pdf",
    ],
    [
      "RFC 5987, before a plain one",
      "attachment; filename=\"x.pdf\"; filename*=utf-8'es'Junta%20N%C2%BA%201.pdf",
      "Junta Nº 1.pdf",
    ],
    [
      "RFC 5987, of Latin-1",
      "attachment; filename*=ISO-8859-1''Resoluci%F3n.pdf",
      "Resolución.pdf",
    ],
    ["RFC 5987, empty", "attachment; filename*=; filename=Bases.pdf", "Bases.pdf"],
    [
      "Windows-1252 bytes",
      'attachment; filename="Resoluci\xf3n \x96 a\xf1o.pdf"',
      "Resolución – año.pdf",
    ],
    ["UTF-8 bytes", latin1('attachment; filename="Resolución.pdf"'), "Resolución.pdf"],
    [
      "UTF-8 that was misread",
      'attachment; filename="ADQUISICI\xc3\x83\xe2\x80\x9cN.pdf"',
      "ADQUISICIÓN.pdf",
    ],
    ["percent-encoded", "attachment; filename=Acta%20Resoluci%C3%B3n.pdf", "Acta Resolución.pdf"],
    ["a percentage", 'attachment; filename="50%de avance.pdf"', "50%de avance.pdf"],
    [
      "an encoded word of .NET",
      'attachment; filename="=?utf-8?B?UmVzb2x1Y2nDs24ucGRm?="',
      "Resolución.pdf",
    ],
    [
      "two encoded words",
      "attachment; filename==?utf-8?Q?Junta_de?= =?utf-8?Q?_aclaraci=C3=B3n.pdf?=",
      "Junta de aclaración.pdf",
    ],
    ["upper case", 'ATTACHMENT; FILENAME="A.PDF"', "A.PDF"],
    ["folders in front", 'attachment; filename="C:\\\\Users\\\\x\\\\..\\\\Bases.pdf"', "Bases.pdf"],
    ["a way out of a folder", "attachment; filename=../../etc/passwd", "passwd"],
    ["control characters", 'attachment; filename="a\x00b\tc.pdf"', "a b c.pdf"],
    ["empty", 'attachment; filename=""', undefined],
    ["absent", "attachment", undefined],
  ])("is read where it is %s", (_what, header, name) => {
    expect(fileNameOf(header)).toBe(name);
  });

  it("is undefined without the header", () => {
    expect(fileNameOf(undefined)).toBeUndefined();
  });

  it.each(["0", "1", "2"])("is read as the practice portal writes it, in variant %s", (id) => {
    const fileName = "BASES LICITACIÓN PÚBLICA Nº 5 (año 2026).pdf";
    const truth = { id, nombre: "Bases", fileName, mediaType: "application/pdf", bytes: 10 };
    expect(fileNameOf(contentDisposition(truth))).toBe(fileName);
  });
});

describe("the media type in Content-Type", () => {
  it.each([
    ["application/pdf", "application/pdf"],
    ["Application/PDF; charset=binary", "application/pdf"],
    [" text/html ;charset=utf-8", "text/html"],
    [
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ],
    ["pdf", undefined],
    ["", undefined],
    [undefined, undefined],
  ])("of %j is %j", (header, type) => {
    expect(mediaTypeOf(header)).toBe(type);
  });
});
