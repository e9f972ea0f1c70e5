import fc from "fast-check";
import { expect, it } from "vitest";
import { folderOfProcedure, nameDocuments } from "../../../shared/documents/name-documents.ts";
import { documentTypes } from "../../../shared/ocds/codelists.ts";

it.each([
  ["BASES IO N36 26.pdf", "biddingDocuments", "bases/bases-io-n36-26"],
  [
    "Acta de la junta de aclaraciones",
    "clarifications",
    "junta-de-aclaraciones/acta-de-la-junta-de-aclaraciones",
  ],
  ["ADQ-50.2024", undefined, "otros/adq-50-2024"],
  ["../../etc/passwd", undefined, "otros/etc-passwd"],
  ["C:\\temp\\fallo.PDF", "awardNotice", "fallo/c-temp-fallo"],
  ["CON.pdf", "contractSigned", "contrato/con-7"],
  ["¿?", "tenderNotice", "convocatoria/documento"],
  [undefined, undefined, "otros/documento"],
  ["Avance", "physicalProgressReport", "otros/avance"],
] as const)("names «%s» of the type %s %s", (title, type, path) => {
  expect(nameDocuments([{ id: "anexo-7", title, type }]).get("anexo-7")).toBe(path);
});

it("tells apart by the portal's number those that would be called the same, the lowest but plainly", () => {
  const documents = [
    { id: "anexo-10", title: "Convocatoria.docx" },
    { id: "anexo-9", title: "CONVOCATORIA.pdf" },
    { id: "anexo-8", title: "Convocatoria 10" },
  ];
  expect([...nameDocuments(documents)].sort()).toEqual([
    ["anexo-10", expect.stringMatching(/^otros\/convocatoria-[\da-f]{16}$/)],
    ["anexo-8", "otros/convocatoria-10"],
    ["anexo-9", "otros/convocatoria"],
  ]);
});

it("calls the folder of a procedure after its ocid, whatever a feed writes there", () => {
  expect(folderOfProcedure({ ocid: "ocds-abc123-45", id: "45" })).toBe("ocds-abc123-45");
  expect(folderOfProcedure({ ocid: "../..", id: "45" })).toBe("durango-45");
  expect(folderOfProcedure({ id: "45" })).toBe("durango-45");
});

const title = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom(
    "CON",
    "nul.pdf",
    "Bases.PDF",
    "bases.pdf",
    "BASES 2",
    "Com1",
    "..",
    "a/b",
    "ñ",
    "n",
  ),
  fc.string({ minLength: 100, maxLength: 300 }),
);
const documents = fc.uniqueArray(
  fc.record(
    {
      id: fc.oneof(
        fc.nat(40).map((number) => `anexo-${number}`),
        fc.string(),
      ),
      title,
      type: fc.constantFrom(...documentTypes),
    },
    { requiredKeys: ["id"] },
  ),
  { selector: ({ id }) => id, maxLength: 30 },
);

it("names any documents safely and differently, whatever their order", () => {
  fc.assert(
    fc.property(documents, fc.nat(), (all, turn) => {
      const named = nameDocuments(all);
      expect(named.size).toBe(all.length);
      expect(new Set(named.values()).size).toBe(all.length);
      for (const path of named.values()) {
        expect(path).toMatch(/^[a-z-]{1,30}\/[a-z\d](?:[a-z\d-]{0,160}[a-z\d])?$/);
        expect(path).not.toMatch(/\/(?:con|prn|aux|nul|com\d|lpt\d)$/);
      }
      const at = turn % (all.length + 1);
      expect(nameDocuments([...all.slice(at), ...all.slice(0, at)])).toEqual(named);
    }),
  );
});

it("leaves the names of earlier documents as they are when a later one comes", () => {
  fc.assert(
    fc.property(documents, title, (all, latest) => {
      const before = nameDocuments(all);
      const after = nameDocuments([...all, { id: `anexo-${"9".repeat(400)}`, title: latest }]);
      for (const [id, path] of before) expect(after.get(id)).toBe(path);
    }),
  );
});
