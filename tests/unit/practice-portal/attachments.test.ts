import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contentDisposition } from "../../../fixtures/practice-portal/attachment-file.ts";
import {
  type PracticePortal,
  startPracticePortal,
} from "../../../fixtures/practice-portal/server.ts";

const anexo = { nombre: "", mediaType: "", bytes: 0 };

describe("the practice portal's attachments", () => {
  let portal: PracticePortal;
  beforeAll(async () => {
    portal = await startPracticePortal({ procedures: 40, today: "2026-11-22" });
  });
  afterAll(() => portal.close());

  it("have the size, type and beginning that the truth states, and no extension in their address", async () => {
    const anexos = portal.corpus.procedures.flatMap((procedure) => procedure.anexos);
    expect(new Set(anexos.map(({ mediaType }) => mediaType)).size).toBe(2);
    const seen = [];
    for (const { id } of anexos) {
      const response = await fetch(
        `${portal.url}/ProcedimientosDeContratacion/Descarga/Anexo/${id}`,
      );
      const bytes = new Uint8Array(await response.arrayBuffer());
      const mediaType = response.headers.get("content-type") ?? "";
      const magic = new TextDecoder("latin1").decode(bytes.subarray(0, 4));
      seen.push({ id, mediaType, bytes: bytes.length, magic });
    }
    expect(seen).toEqual(
      anexos.map(({ id, mediaType, bytes }) => ({
        id,
        mediaType,
        bytes,
        magic: mediaType === "application/pdf" ? "%PDF" : "PK\u0003\u0004",
      })),
    );
  });

  it("answer HEAD with the headers of GET", async () => {
    const [anexo] = portal.corpus.procedures[0]?.anexos ?? [];
    const url = `${portal.url}/procedimientosdecontratacion/descarga/anexo/${anexo?.id}`;
    const head = await fetch(url, { method: "HEAD" });
    expect(head.headers.get("content-length")).toBe(String(anexo?.bytes));
    expect(head.headers.get("content-disposition")).toMatch(/^attachment; filename/);
  });

  it("answer 404 for a number that nothing has", async () => {
    const url = `${portal.url}/ProcedimientosDeContratacion/Descarga/Anexo/1`;
    expect((await fetch(url)).status).toBe(404);
  });

  it("are named in each of the ways of real servers", async () => {
    const names: (string | null)[] = [];
    for (const { id } of portal.corpus.procedures.flatMap((procedure) => procedure.anexos)) {
      const url = `${portal.url}/ProcedimientosDeContratacion/Descarga/Anexo/${id}`;
      names.push((await fetch(url, { method: "HEAD" })).headers.get("content-disposition"));
    }
    const ways = [
      /filename\*=UTF-8''\S+$/,
      /filename="[\x20-\x7e]+"$/,
      /filename="[^"]*[\xc0-\xff]/,
    ];
    expect(ways.map((way) => names.some((name) => way.test(name ?? "")))).toEqual([
      true,
      true,
      true,
    ]);
  });

  it.each([
    [
      "3",
      "Acta de presentación.pdf",
      "attachment; filename*=UTF-8''Acta%20de%20presentaci%C3%B3n.pdf",
    ],
    ["4", "BASES N36.pdf", 'attachment; filename="BASES N36.pdf"'],
    ["4", "Anexo técnico.docx", 'attachment; filename="Anexo técnico.docx"'],
    [
      "5",
      "Anexo técnico.docx",
      "attachment; filename=\"Anexo tecnico.docx\"; filename*=UTF-8''Anexo%20t%C3%A9cnico.docx",
    ],
  ])("number %s, %s: %s", (id, fileName, expected) => {
    expect(contentDisposition({ ...anexo, id, fileName })).toBe(expected);
  });
});
