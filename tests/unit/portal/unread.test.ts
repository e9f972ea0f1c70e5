import { expect, it } from "vitest";
import { listado } from "../../../shared/portal/pages/listado.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { findUnread } from "../../../shared/portal/unread.ts";
import { bareRecord, wholeRecord } from "../mapping/make-record.ts";

const problem = (campo: string, texto: string) => ({
  campo,
  texto,
  motivo: "not what it should be",
});

it("names the fields that could not be read, in how many rows and by an example, and rows of which nothing could", () => {
  const { fechaAperturaProposiciones: _, ...record } = wholeRecord;
  const original = { descripcion: "as printed" };
  const rows = [
    { ...record, original, problemas: [problem("fechaAperturaProposiciones", "por confirmar")] },
    { ...record, original, problemas: [problem("fechaAperturaProposiciones", "pronto")] },
    // Read from a surer label: what another says is no loss.
    { ...wholeRecord, original, problemas: [problem("estatus", "Durango")] },
    bareRecord,
  ];
  expect(findUnread(rows, listado, durango)).toEqual({
    fields: [
      { label: "Apertura", count: 2, example: "por confirmar", exampleOf: "LP/E/SEED/007/2025" },
    ],
    rows: 1,
  });
});
