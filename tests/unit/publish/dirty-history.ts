import type { ReadFile } from "../../../scraper/store/documents.ts";
import type { RegistryRow } from "../../../shared/feed/supplier-row.ts";
import type { Anexo, Procedimiento } from "../../../shared/portal/records.ts";
import { bareRecord, wholeRecord } from "../mapping/make-record.ts";
import { type AtEnd, type History, makeHistory } from "./try-format.ts";

/** Texts that trouble tables, one a kind of trouble. */
export const dirtyTexts = {
  formula: '=HYPERLINK("http://malo.example","clic")',
  plus: "+1+1",
  at: "@SUMA(A1:A9)",
  minus: "-2+3",
  emoji: "PAPELERÍA 🖇️ «ñandú» 😀",
  controls: "UNO\u0000\u0001\u0008\u000b\u001fDOS",
  lines: "PRIMERA\r\nSEGUNDA\tCOLUMNA",
  quotes: `DICE "HOLA", 'ADIÓS'; <b>&amp;</b> \\N`,
  spaces: "  dos  espacios  ",
  escape: "_x0041_ _x000D_ _x005F_x0041_ _x_",
  null: "NULL",
  long: `${"Ñ".repeat(40_000)}FIN`,
} as const;

const anexo = (id: string, nombre: string): Anexo => ({
  id,
  nombre,
  clave: "bases",
  url: `https://comprasestatal.durango.gob.mx/Descarga/Anexo/${id}`,
});

const file: ReadFile = {
  sha256: "ab".repeat(32),
  bytes: 123_456,
  name: 'BASES "finales".pdf',
  mediaType: "application/pdf",
  retrievedAt: new Date("2026-03-01T18:00:00Z"),
};

/**
 * A history with one of everything: a procedure that says all, one that says nothing, one for each dirty text, days without hours, one
 * that changes, one that vanishes, an attachment that vanishes, a file that was read, suppliers whole and bare.
 */
export function makeDirtyHistory(atEnd?: AtEnd): History {
  const history = makeHistory(atEnd);
  history.read(1, { ...wholeRecord, anexos: [anexo("1", "BASES.pdf"), anexo("2", "ANEXO.pdf")] });
  history.read(1, bareRecord);
  for (const [index, text] of Object.values(dirtyTexts).entries()) {
    history.read(1, dirtyRecord(String(2000 + index), text));
  }
  history.read(2, {
    ...wholeRecord,
    id: "3000",
    fechaPublicacion: "2026-03-02T00:00:00-06:00",
    fechaJuntaAclaraciones: "2020-07-10T00:00:00-05:00",
    fechaAperturaProposiciones: "2026-03-18T23:59:59-06:00",
  });
  history.read(2, { ...wholeRecord, id: "3001" });
  history.withdraw(3, "3001");
  history.read(
    4,
    {
      ...wholeRecord,
      fechaAperturaProposiciones: "2026-03-20T12:00:00-06:00",
      anexos: [anexo("1", "BASES.pdf")],
    },
    new Map([["1", file]]),
  );
  history.setSuppliers(suppliers);
  return history;
}

function dirtyRecord(id: string, text: string): Procedimiento {
  return {
    ...wholeRecord,
    id,
    numeroProcedimiento: text.slice(0, 300),
    descripcion: text,
    unidadCompradora: { nombre: text.slice(0, 300) },
    anexos: [anexo(id, text.slice(0, 300))],
  };
}

const suppliers: RegistryRow[] = [
  {
    id: "a1",
    registryNumber: "0012",
    rfc: "ACO010101AB1",
    name: "=CMD|'/c calc'!A1",
    personType: "company",
    municipality: "Durango",
    activities: ["Papelería", "Cómputo; accesorios"],
    registeredAt: "2024-05-06T00:00:00-06:00",
    validUntil: "2027-05-06T00:00:00-06:00",
    statusText: "Vigente",
  },
  { id: "b2", name: "PERSONA SIN DATOS", personType: "person", activities: [] },
];
