import type { SupplierRow } from "../../shared/feed/supplier-row.ts";
import type { Column } from "../../shared/tables/column.ts";
import { about69b } from "./about-69b.ts";
import { situation69bWords } from "./table-words.ts";

/** What the SAT's list 69-B says of a supplier, with the day of the list: the same in every table of suppliers. */
export const columns69b: readonly Column<Pick<SupplierRow, "article69b">>[] = [
  {
    heading: "Situación 69-B (SAT)",
    meaning: `${about69b} Vacía si la lista no nombra este RFC o no se ha importado ninguna.`,
    width: 20,
    text: (row) => row.article69b && situation69bWords[row.article69b.situation],
  },
  {
    heading: "Lista 69-B al",
    meaning: "Día al que corresponde la lista del SAT.",
    width: 14,
    text: (row) => row.article69b?.listDate,
  },
];
