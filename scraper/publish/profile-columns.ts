import type { AmountSummary, SupplierProfile } from "../../shared/feed/supplier-profile.ts";
import type { Column } from "../../shared/tables/column.ts";
import { columns69b } from "./columns-69b.ts";

/** One supplier over all processes a row. Amounts are of one currency, pesos; those in others are in the JSON files. */
export const profileColumns: readonly Column<SupplierProfile>[] = [
  {
    heading: "Proveedor (id)",
    meaning: "Identificador con el que las entregas nombran al proveedor.",
    width: 24,
    text: (row) => row.party,
  },
  {
    heading: "Nombre o razón social",
    meaning: "Nombre, tal como lo escribe una de las fuentes.",
    width: 45,
    text: (row) => row.name,
  },
  {
    heading: "RFC (solo personas morales)",
    meaning: "RFC de la empresa; el de una persona física no se publica.",
    width: 18,
    text: (row) => row.rfc,
  },
  {
    heading: "Invitaciones",
    meaning: "Procedimientos a los que se le invitó, según lo publicado.",
    width: 12,
    count: (row) => row.invited,
  },
  {
    heading: "Proposiciones",
    meaning: "Procedimientos en los que hizo una proposición o cotizó, según lo publicado.",
    width: 12,
    count: (row) => row.bid,
  },
  {
    heading: "Procedimientos ganados",
    meaning: "Procedimientos en los que ganó al menos una adjudicación.",
    width: 12,
    count: (row) => row.won,
  },
  {
    heading: "Adjudicaciones",
    meaning: "Adjudicaciones que siguen en pie.",
    width: 12,
    count: (row) => row.awards,
  },
  {
    heading: "Adjudicaciones con monto en MXN",
    meaning:
      "De cuántas se conoce el monto en pesos, y es solo suyo: de ellas vienen la suma y la mediana.",
    width: 12,
    count: (row) => inPesos(row)?.n,
  },
  {
    heading: "Suma en MXN",
    meaning: "Suma de los montos conocidos; vacía si no se conoce ninguno, que no es cero.",
    width: 18,
    text: (row) => inPesos(row)?.sum.toFixed(2),
  },
  {
    heading: "Mediana en MXN",
    meaning: "Mediana de los montos conocidos; vacía si no se conoce ninguno.",
    width: 18,
    text: (row) => inPesos(row)?.median.toFixed(2),
  },
  {
    heading: "Compradores",
    meaning: "Unidades que le adjudicaron algo.",
    width: 12,
    count: (row) => row.buyers.length,
  },
  ...columns69b,
];

function inPesos({ amounts }: SupplierProfile): AmountSummary | undefined {
  return amounts.find(({ currency }) => currency === "MXN");
}
