import { methodWords } from "../../../shared/mapping/spanish-words.ts";
import type { AwardRow } from "../award-rows.ts";
import type { PublishedReport } from "../publication.ts";
import { localTime, type SqlTable } from "./sql-table.ts";

export const awardTable: SqlTable<AwardRow> = {
  name: "adjudicaciones",
  meaning:
    "Una adjudicación con su contrato, según los informes trimestrales de la PNT; también las de procesos que el portal no tiene.",
  columns: [
    {
      name: "ocid",
      type: "TEXT NOT NULL",
      meaning: "Proceso; está en procedimientos solo si en_portal es 1.",
      value: ({ ocid }) => ocid,
    },
    {
      name: "id",
      type: "TEXT NOT NULL",
      meaning: "Identificador dentro del proceso (OCDS: awards/id).",
      value: ({ id }) => id,
    },
    {
      name: "en_portal",
      type: "INTEGER NOT NULL",
      meaning: "1 si el portal tiene el procedimiento, 0 si solo hablan de él los informes.",
      value: ({ isOnPortal }) => (isOnPortal ? 1 : 0),
    },
    {
      name: "certeza",
      type: "REAL",
      meaning: "Con qué certeza, de 0 a 1, el informe habla de ese procedimiento del portal.",
      value: ({ confidence }) => confidence,
    },
    {
      name: "numero",
      type: "TEXT",
      meaning: "Número del procedimiento (OCDS: tender/id).",
      value: ({ number }) => number,
    },
    {
      name: "descripcion",
      type: "TEXT",
      meaning: "Qué se contrata (OCDS: tender/title).",
      value: ({ title }) => title,
    },
    {
      name: "unidad_id",
      type: "TEXT",
      meaning: "Quién contrata (OCDS: buyer/id).",
      value: ({ buyerId }) => buyerId,
    },
    {
      name: "unidad",
      type: "TEXT",
      meaning: "Nombre de quien contrata.",
      value: ({ buyerName }) => buyerName,
    },
    {
      name: "metodo",
      type: "TEXT",
      meaning: "Abierta, Por invitación o Directa (OCDS: tender/procurementMethod).",
      value: ({ method }) => method && methodWords[method],
    },
    {
      name: "proveedor_id",
      type: "TEXT",
      meaning: "Quién ganó (OCDS: awards/suppliers/id).",
      value: ({ supplierId }) => supplierId,
    },
    {
      name: "proveedor",
      type: "TEXT",
      meaning: "Nombre de quien ganó, tal como lo escribe el informe.",
      value: ({ supplierName }) => supplierName,
    },
    {
      name: "rfc",
      type: "TEXT",
      meaning: "RFC de la empresa; el de una persona física no se publica.",
      value: ({ supplierRfc }) => supplierRfc,
    },
    {
      name: "contrato",
      type: "TEXT",
      meaning: "Número del contrato (OCDS: contracts/id).",
      value: ({ contract }) => contract,
    },
    {
      name: "fecha_contrato",
      type: "TEXT",
      meaning: "Día en que se firmó (OCDS: contracts/dateSigned).",
      value: ({ signedAt }) => localTime(signedAt),
    },
    {
      name: "inicio",
      type: "TEXT",
      meaning: "Primer día del plazo (OCDS: contracts/period/startDate).",
      value: ({ startsAt }) => localTime(startsAt),
    },
    {
      name: "termino",
      type: "TEXT",
      meaning: "Último día del plazo (OCDS: contracts/period/endDate).",
      value: ({ endsAt }) => localTime(endsAt),
    },
    {
      name: "monto",
      type: "REAL",
      meaning:
        "Monto total del contrato en pesos, con impuestos (OCDS: awards/value/amount); NULL donde no se sabe.",
      value: ({ amount }) => amount,
    },
    {
      name: "licitantes",
      type: "INTEGER",
      meaning: "Cuántos presentaron proposición o cotización (OCDS: tender/numberOfTenderers).",
      value: ({ bidders }) => bidders,
    },
  ],
  constraints: "PRIMARY KEY (ocid, id)",
  indexes: ["proveedor_id", "unidad_id", "fecha_contrato"],
};

/** Someone in a role in a process; of a quote, with its amount. */
export interface ParticipationRow {
  ocid: string;
  supplierId: string;
  supplierName: string | undefined;
  role: string;
  amount: number | undefined;
}

const roleWords: Readonly<Record<string, string>> = {
  interestedParty: "posible contratante",
  tenderer: "licitante",
  supplier: "ganador",
};

/** Everyone who took part in a process, once in each role. Of two quotes of one supplier the lower one counts. */
export function participationRows({ compiled }: PublishedReport): ParticipationRow[] {
  const quotes = new Map<string, number>();
  for (const { tenderers = [], value } of compiled.bids?.details ?? []) {
    const id = String(tenderers[0]?.id);
    const amount = value?.amount;
    if (amount !== undefined) quotes.set(id, Math.min(amount, quotes.get(id) ?? amount));
  }
  return (compiled.parties ?? []).flatMap(({ id, name, roles = [] }) =>
    roles.flatMap((role) => {
      const word = roleWords[role];
      if (id === undefined || word === undefined) return [];
      const amount = role === "tenderer" ? quotes.get(id) : undefined;
      return [{ ocid: compiled.ocid, supplierId: id, supplierName: name, role: word, amount }];
    }),
  );
}

export const participationTable: SqlTable<ParticipationRow> = {
  name: "participaciones",
  meaning:
    "Quién participó en un proceso y con qué papel, según los informes trimestrales de la PNT.",
  columns: [
    {
      name: "ocid",
      type: "TEXT NOT NULL",
      meaning: "Proceso.",
      value: ({ ocid }) => ocid,
    },
    {
      name: "proveedor_id",
      type: "TEXT NOT NULL",
      meaning: "Quién (OCDS: parties/id).",
      value: ({ supplierId }) => supplierId,
    },
    {
      name: "proveedor",
      type: "TEXT",
      meaning: "Nombre, tal como lo escribe el informe.",
      value: ({ supplierName }) => supplierName,
    },
    {
      name: "papel",
      type: "TEXT NOT NULL",
      meaning:
        "posible contratante (invitado o interesado), licitante (presentó proposición o cotización) o ganador.",
      value: ({ role }) => role,
    },
    {
      name: "cotizacion",
      type: "REAL",
      meaning: "Lo que cotizó en pesos, con impuestos; NULL donde no se sabe.",
      value: ({ amount }) => amount,
    },
  ],
  constraints: "PRIMARY KEY (ocid, proveedor_id, papel)",
  suffix: " WITHOUT ROWID",
  indexes: ["proveedor_id"],
};
