import { describe, expect, it } from "vitest";
import { mapContent, unitId } from "../../../shared/mapping/release.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { bareRecord, ocidPrefix, wholeRecord } from "./make-record.ts";

const content = mapContent(wholeRecord, ocidPrefix);
const portalPage = {
  id: "procedimiento-1234",
  documentType: "tenderNotice",
  title: "Página del procedimiento en el portal",
  url: wholeRecord.url,
  format: "text/html",
  language: "es",
};

describe("mapContent", () => {
  it("says in OCDS everything that the portal says", () => {
    const buyer = { id: "MX-DUR-UC-014", name: "SECRETARÍA DE EDUCACIÓN" };
    expect(content).toEqual({
      ocid: "ocds-000000-1234",
      language: "es",
      initiationType: "tender",
      parties: [
        {
          ...buyer,
          identifier: { scheme: "X-MX-DUR-UC", id: "014" },
          roles: ["buyer", "procuringEntity"],
        },
      ],
      buyer,
      tender: {
        id: "LP/E/SEED/007/2025",
        title: "ADQUISICIÓN DE UNIFORMES ESCOLARES",
        description: "ADQUISICIÓN DE UNIFORMES ESCOLARES",
        status: "active",
        procuringEntity: buyer,
        procurementMethod: "open",
        procurementMethodDetails: "Licitación Pública Nacional",
        mainProcurementCategory: "goods",
        additionalProcurementCategories: ["Adquisición"],
        tenderPeriod: {
          startDate: "2026-03-02T09:00:00-06:00",
          endDate: "2026-03-18T11:30:00-06:00",
        },
        enquiryPeriod: { endDate: "2026-03-10T10:00:00-06:00" },
        awardPeriod: { endDate: "2026-03-25T13:00:00-06:00" },
        bidOpening: { date: "2026-03-18T11:30:00-06:00" },
        clarificationMeetings: [{ id: "1", date: "2026-03-10T10:00:00-06:00" }],
        milestones: [
          {
            id: "juntaAclaraciones",
            title: "Junta de aclaraciones",
            type: "engagement",
            code: "juntaAclaraciones",
            dueDate: "2026-03-10T10:00:00-06:00",
          },
        ],
        documents: [
          portalPage,
          {
            id: "anexo-37516",
            documentType: "tenderNotice",
            title: "CONVOCATORIA.pdf",
            url: "https://comprasestatal.durango.gob.mx/ProcedimientosDeContratacion/Descarga/Anexo/37516",
            language: "es",
          },
        ],
      },
    });
  });

  it("leaves out everything that the portal leaves out, and takes the portal's id where no number is printed", () => {
    expect(mapContent(bareRecord, ocidPrefix)).toEqual({
      ocid: "ocds-000000-77",
      language: "es",
      initiationType: "tender",
      tender: {
        id: "77",
        documents: [{ ...portalPage, id: "procedimiento-77", url: bareRecord.url }],
      },
    });
  });

  it.each([
    ["fechaPublicacion", { startDate: "2026-03-02T09:00:00-06:00" }],
    ["fechaAperturaProposiciones", { endDate: "2026-03-18T11:30:00-06:00" }],
  ] as const)("opens the tender period with %s alone", (key, tenderPeriod) => {
    const { tender } = mapContent({ ...bareRecord, [key]: wholeRecord[key] }, ocidPrefix);
    expect(tender.tenderPeriod).toEqual(tenderPeriod);
  });

  it.each([
    ["licitacionPublica", "open"],
    ["concurso", "open"],
    ["invitacion", "selective"],
    ["adjudicacionDirecta", "direct"],
    [undefined, undefined],
  ])("publishes the kind %s with the method %s, and its words as they are", (clave, method) => {
    const { tender } = mapContent(
      { ...bareRecord, tipoProcedimiento: { texto: "Subasta", ...(clave && { clave }) } },
      ocidPrefix,
    );
    expect([tender.procurementMethod, tender.procurementMethodDetails]).toEqual([
      method,
      "Subasta",
    ]);
  });

  it.each([
    ["adquisiciones", "goods"],
    ["arrendamientos", "goods"],
    ["servicios", "services"],
    ["obraPublica", "works"],
    [undefined, undefined],
  ])(
    "publishes the subject %s with the category %s, and its words as they are",
    (clave, category) => {
      const { tender } = mapContent(
        { ...bareRecord, materia: { texto: "Obra mayor", ...(clave && { clave }) } },
        ocidPrefix,
      );
      expect([tender.mainProcurementCategory, tender.additionalProcurementCategories]).toEqual([
        category,
        ["Obra mayor"],
      ]);
    },
  );

  it.each([
    ["vigente", "active"],
    ["enProceso", "active"],
    ["adjudicado", "complete"],
    ["desierto", "unsuccessful"],
    ["cancelado", "cancelled"],
    ["suspendido", undefined],
    [undefined, undefined],
  ])("publishes the status word %s as %s", (clave, status) => {
    const { tender } = mapContent(
      { ...bareRecord, estatus: { texto: "Palabra", ...(clave && { clave }) } },
      ocidPrefix,
    );
    expect(tender.status).toBe(status);
  });

  it.each([
    ["convocatoria", "tenderNotice"],
    ["bases", "biddingDocuments"],
    ["actaJunta", "clarifications"],
    ["diferimiento", "clarifications"],
    ["actaApertura", "openingOfProposals"],
    ["dictamen", "evaluationReports"],
    ["fallo", "awardNotice"],
    ["modeloContrato", "contractDraft"],
    ["contrato", "contractSigned"],
    ["anexoContrato", "contractAnnexe"],
    ["convenioModificatorio", "contractAnnexe"],
    [undefined, undefined],
  ])("publishes an attachment of the kind %s as %s", (clave, documentType) => {
    const anexo = {
      id: "5",
      nombre: "Archivo",
      url: "https://example.org/5",
      ...(clave && { clave }),
    };
    const { tender } = mapContent({ ...bareRecord, anexos: [anexo] }, ocidPrefix);
    expect(tender.documents?.[1]).toEqual({
      id: "anexo-5",
      ...(documentType && { documentType }),
      title: "Archivo",
      url: "https://example.org/5",
      language: "es",
    });
  });

  it("has a document type for every kind of attachment that the profile of Durango knows", () => {
    const without = Object.keys(durango.anexo).filter((clave) => {
      const anexo = { id: "5", nombre: "Archivo", url: "https://example.org/5", clave };
      const { tender } = mapContent({ ...bareRecord, anexos: [anexo] }, ocidPrefix);
      return tender.documents?.[1]?.documentType === undefined;
    });
    expect(without).toEqual([]);
  });
});

describe("unitId", () => {
  it.each([
    [{ codigo: "014", nombre: "SECRETARÍA DE EDUCACIÓN" }, "MX-DUR-UC-014"],
    [{ codigo: "SSD-01", nombre: "SERVICIOS DE SALUD" }, "MX-DUR-UC-ssd-01"],
    [{ nombre: "Comisión del Agua" }, "MX-DUR-UC-comision-del-agua"],
  ])("of %j is %s", (unit, id) => {
    expect(unitId(unit)).toBe(id);
  });

  it("keeps units apart whose names have no letters", () => {
    expect(unitId({ nombre: "???" })).not.toBe(unitId({ nombre: "¿!" }));
  });
});
