import { describeChange } from "../../../shared/mapping/describe-change.ts";
import type { Change } from "../../../shared/mapping/list-changes.ts";
import type { ChangeRow } from "../change-rows.ts";
import { localTime, type SqlTable } from "./sql-table.ts";

const kindWords: Readonly<Record<Change["kind"], string>> = {
  added: "nuevo",
  cancelled: "cancelado",
  withdrawn: "retirado",
  returned: "reaparecido",
  announced: "fecha anunciada",
  moved: "fecha movida",
  removed: "fecha quitada",
  changed: "dato cambiado",
  documentAdded: "anexo nuevo",
  documentReturned: "anexo reaparecido",
  documentReplaced: "anexo reemplazado",
  documentWithdrawn: "anexo retirado",
  documentRenamed: "anexo renombrado",
};

export const changeTable: SqlTable<ChangeRow> = {
  name: "cambios",
  meaning: "Una entrega (release): algo que se supo de un procedimiento.",
  columns: [
    {
      name: "seq",
      type: "INTEGER PRIMARY KEY",
      meaning: "Número de orden en que se supo; no cambia nunca.",
      value: ({ seq }) => seq,
    },
    {
      name: "fecha",
      type: "TEXT NOT NULL",
      meaning: "Cuándo se vio (OCDS: date).",
      value: ({ date }) => localTime(date),
    },
    {
      name: "ocid",
      type: "TEXT NOT NULL REFERENCES procedimientos (ocid)",
      meaning: "Procedimiento que cambió.",
      value: ({ ocid }) => ocid,
    },
    {
      name: "entrega",
      type: "TEXT NOT NULL",
      meaning: "Identificador de la entrega (OCDS: id).",
      value: ({ releaseId }) => releaseId,
    },
    {
      name: "etiqueta",
      type: "TEXT NOT NULL",
      meaning:
        "Qué fue, en código OCDS (tag): tender, nuevo; tenderAmendment, se movió o se retiró una fecha o un documento; tenderUpdate, otro cambio; tenderCancellation, se canceló.",
      value: ({ tag }) => tag,
    },
    {
      name: "resumen",
      type: "TEXT",
      meaning: "Qué cambió, en palabras.",
      value: ({ changes }) => changes.map(describeChange).join(" ") || undefined,
    },
    {
      name: "cambios",
      type: "TEXT NOT NULL",
      meaning: `Qué cambió, en JSON: una lista de {clase, campo, antes, despues}; la clase es una de: ${Object.values(kindWords).join(", ")}. Las fechas llevan su zona; antes o despues falta donde no se sabe.`,
      value: ({ changes }) => JSON.stringify(changes.map(spanishChange)),
    },
  ],
  indexes: ["ocid", "fecha"],
};

function spanishChange(change: Change) {
  return {
    clase: kindWords[change.kind],
    campo: change.label,
    ...("before" in change && { antes: change.before }),
    ...("after" in change && { despues: change.after }),
  };
}
