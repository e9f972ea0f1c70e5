import { tender } from "../../../fixtures/pnt/fields.ts";
import type { MadeReport, ReportCell, ReportRow } from "../../../fixtures/pnt/report.ts";

/** A row of a tender with two bidders, of which one has a contract. */
export function tenderRow(change: Record<number, ReportCell> = {}): ReportRow {
  const { names, company, rfc } = tender.bidders;
  return {
    cells: {
      [tender.year]: "2026",
      [tender.periodEnd]: "31/03/2026",
      [tender.kind]: "Licitación pública",
      [tender.matter]: "Adquisiciones",
      [tender.number]: "LP/E/SEED/007/2025",
      [tender.calledOn]: "02/03/2026",
      [tender.description]: "Uniformes de ejemplo",
      [tender.winner.company]: "Comercializadora Zeta SA de CV",
      [tender.winner.rfc]: "ZZA010203AB3",
      [tender.contract]: "CT-1/2025",
      [tender.signedOn]: "20/03/2026",
      [tender.total]: "$116,000.00",
      [tender.currency]: "MXN",
      ...change,
    },
    tables: {
      [tender.bidders.id]: [
        { [company]: "Comercializadora Zeta SA de CV", [rfc]: "ZZA010203AB3" },
        { [names[0]]: "Fulana", [names[1]]: "Inventada", [rfc]: "ZZZZ010203AB3" },
      ],
    },
  };
}

export const oneTender: MadeReport = {
  format: "43336",
  body: "Secretaría de Educación del Estado de Durango (SEED)",
  rows: [tenderRow()],
};
