import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeRelease } from "../../../shared/mapping/make-release.ts";
import { mapContent } from "../../../shared/mapping/release.ts";
import { followState } from "../../../shared/mapping/state.ts";
import { Release } from "../../../shared/ocds/schema.ts";
import type { Procedimiento } from "../../../shared/portal/records.ts";
import { procedimientos } from "./arbitrary.ts";
import { ocidPrefix, wholeRecord } from "./make-record.ts";

const content = mapContent(wholeRecord, ocidPrefix);

describe("makeRelease", () => {
  const first = "2026-03-02T12:00:00-06:00";
  const later = "2026-03-05T12:00:00-06:00";
  const tagAfter = (change: Partial<Procedimiento>, before: Procedimiento = wholeRecord) =>
    makeRelease(
      followState(
        mapContent(before, ocidPrefix),
        mapContent({ ...before, ...change }, ocidPrefix),
        { on: "2026-03-05", lastSeenOn: "2026-03-04", replacedDocuments: new Set() },
      ),
      later,
      mapContent(before, ocidPrefix),
    ).tag;

  it("tags the first sight of a procedure as its tender", () => {
    expect(makeRelease(content, first)).toEqual({
      ...content,
      id: expect.stringMatching(/^ocds-000000-1234-[0-9a-f]{16}$/),
      date: first,
      tag: ["tender"],
    });
  });

  it.each<[string, Partial<Procedimiento>, string]>([
    ["another description", { descripcion: "ADQUISICIÓN DE ÚTILES" }, "tenderUpdate"],
    ["another status", { estatus: { texto: "Adjudicada", clave: "adjudicado" } }, "tenderUpdate"],
    [
      "a cancelled status",
      { estatus: { texto: "Cancelada", clave: "cancelado" } },
      "tenderCancellation",
    ],
    [
      "a cancelled status with a date that moved",
      { estatus: { texto: "Cancelada", clave: "cancelado" }, fechaFallo: later },
      "tenderCancellation",
    ],
    [
      "a publication that moved",
      { fechaPublicacion: "2026-03-03T09:00:00-06:00" },
      "tenderAmendment",
    ],
    [
      "a meeting that moved",
      { fechaJuntaAclaraciones: "2026-03-11T10:00:00-06:00" },
      "tenderAmendment",
    ],
    [
      "an opening that moved",
      { fechaAperturaProposiciones: "2026-03-20T11:30:00-06:00" },
      "tenderAmendment",
    ],
    ["a ruling that moved", { fechaFallo: "2026-03-30T13:00:00-06:00" }, "tenderAmendment"],
    ["a document that vanished", { anexos: [] }, "tenderAmendment"],
    [
      "a document under another name",
      { anexos: wholeRecord.anexos.map((anexo) => ({ ...anexo, nombre: "CONVOCATORIA V2.pdf" })) },
      "tenderAmendment",
    ],
    [
      "one more document",
      {
        anexos: [
          ...wholeRecord.anexos,
          { id: "9", nombre: "BASES.pdf", url: "https://example.org/9" },
        ],
      },
      "tenderUpdate",
    ],
  ])("tags %s", (_change, fields, tag) => {
    expect(tagAfter(fields)).toEqual([tag]);
  });

  it("tags a date that was not announced before as an update, and one that vanished as an amendment", () => {
    const { fechaFallo, ...withoutRuling } = wholeRecord;
    expect(tagAfter({ ...(fechaFallo && { fechaFallo }) }, withoutRuling)).toEqual([
      "tenderUpdate",
    ]);
    const after = makeRelease(mapContent(withoutRuling, ocidPrefix), later, content);
    expect(after.tag).toEqual(["tenderAmendment"]);
  });

  it("tags what changes after a cancellation no second time as one", () => {
    const cancelled: Procedimiento = {
      ...wholeRecord,
      estatus: { texto: "Cancelada", clave: "cancelado" },
    };
    expect(tagAfter({ descripcion: "OTRA" }, cancelled)).toEqual(["tenderUpdate"]);
  });

  it("gives the same id to the same news, and another to the same content at another time", () => {
    expect(makeRelease(content, first).id).toBe(makeRelease(structuredClone(content), first).id);
    expect(makeRelease(content, first).id).not.toBe(makeRelease(content, later).id);
  });

  it("makes of any record a release that its schema accepts", () => {
    fc.assert(
      fc.property(procedimientos, (record) => {
        expect(() =>
          Release.parse(makeRelease(mapContent(record, ocidPrefix), first)),
        ).not.toThrow();
      }),
    );
  });
});
