import type { ProcedureEvidence } from "../../shared/feed/evidence.ts";
import { methodWords } from "../../shared/mapping/spanish-words.ts";
import type { CompiledRelease } from "../../shared/ocds/schema.ts";
import { contractNumber } from "../../shared/registry/award-contracts.ts";
import type { Column } from "../../shared/tables/column.ts";
import { dropUndefined } from "../../shared/values/present.ts";
import type { PublishedReport } from "./publication.ts";

/** One award with its contract. Instants are ISO 8601 with offset; amounts are pesos with taxes. */
export interface AwardRow {
  ocid: string;
  /** Unique within its process. */
  id: string;
  number?: string;
  title?: string;
  buyerId?: string;
  buyerName?: string;
  method?: NonNullable<CompiledRelease["tender"]>["procurementMethod"];
  /** Whether the portal has the procedure too. */
  isOnPortal: boolean;
  supplierId?: string;
  supplierName?: string;
  /** Companies only. */
  supplierRfc?: string;
  contract?: string;
  signedAt?: string;
  startsAt?: string;
  endsAt?: string;
  amount?: number;
  /** How many bid; absent where the reports list none. */
  bidders?: number;
  /** How sure it is that the report is about the portal's procedure; absent where it is about none of the portal's. */
  confidence?: number;
}

/** The awards of a process; none where no report tells of one. */
export function awardRows({ compiled, evidence }: PublishedReport): AwardRow[] {
  const { ocid, tender, buyer, parties = [], awards = [], contracts = [] } = compiled;
  return awards.map((award) => {
    const [supplier] = award.suppliers ?? [];
    const party = parties.find(({ id }) => id === supplier?.id);
    const contract = contracts.find(({ awardID }) => awardID === award.id);
    return dropUndefined<AwardRow>({
      ocid,
      id: String(award.id),
      number: tender === undefined ? undefined : String(tender.id),
      title: tender?.title,
      buyerId: buyer?.id === undefined ? undefined : String(buyer.id),
      buyerName: buyer?.name,
      method: tender?.procurementMethod,
      isOnPortal: evidence.url !== undefined,
      supplierId: supplier?.id === undefined ? undefined : String(supplier.id),
      supplierName: supplier?.name,
      supplierRfc: party?.identifier?.id === undefined ? undefined : String(party.identifier.id),
      contract: contractNumber(contract?.id),
      signedAt: contract?.dateSigned,
      startsAt: contract?.period?.startDate,
      endsAt: contract?.period?.endDate,
      amount: award.value?.amount,
      bidders: tender?.numberOfTenderers,
      confidence: confidenceOf(evidence),
    });
  });
}

/** Of several reports the least sure counts. */
export function confidenceOf({ reported }: ProcedureEvidence): number | undefined {
  return reported && Math.min(...reported.map(({ confidence }) => confidence));
}

export const awardColumns: readonly Column<AwardRow>[] = [
  {
    heading: "OCID",
    meaning: "Identificador del proceso en esta publicación.",
    width: 22,
    text: ({ ocid }) => ocid,
  },
  {
    heading: "Id de la adjudicación",
    meaning: "Identificador de la adjudicación dentro de su proceso (OCDS: awards/id).",
    width: 22,
    text: ({ id }) => id,
  },
  {
    heading: "Número de procedimiento",
    meaning:
      "Número del procedimiento, tal como lo escribe el portal o, si no lo tiene, el informe.",
    width: 26,
    text: ({ number }) => number,
  },
  {
    heading: "Descripción",
    meaning: "Qué se contrata.",
    width: 60,
    text: ({ title }) => title,
  },
  {
    heading: "Unidad compradora",
    meaning: "Quién contrata.",
    width: 40,
    text: ({ buyerName }) => buyerName,
  },
  {
    heading: "Método OCDS",
    meaning: "Abierta (licitación pública), Por invitación o Directa (adjudicación directa).",
    width: 14,
    text: ({ method }) => method && methodWords[method],
  },
  {
    heading: "Proveedor",
    meaning: "Quién ganó, tal como lo escribe el informe.",
    width: 40,
    text: ({ supplierName }) => supplierName,
  },
  {
    heading: "RFC",
    meaning: "RFC de la empresa; el de una persona física no se publica.",
    width: 15,
    text: ({ supplierRfc }) => supplierRfc,
  },
  {
    heading: "Contrato",
    meaning: "Número del contrato, tal como lo escribe el informe.",
    width: 22,
    text: ({ contract }) => contract,
  },
  {
    heading: "Fecha del contrato",
    meaning: "Día en que se firmó.",
    width: 12,
    day: ({ signedAt }) => signedAt,
  },
  {
    heading: "Inicio",
    meaning: "Primer día del plazo de entrega o ejecución.",
    width: 12,
    day: ({ startsAt }) => startsAt,
  },
  {
    heading: "Término",
    meaning: "Último día del plazo de entrega o ejecución.",
    width: 12,
    day: ({ endsAt }) => endsAt,
  },
  {
    heading: "Monto con impuestos",
    meaning:
      "Monto total del contrato en pesos, con impuestos; vacío donde el informe no lo dice o dice cero.",
    width: 16,
    amount: ({ amount }) => amount,
  },
  {
    heading: "Licitantes",
    meaning: "Cuántos presentaron proposición o cotización; vacío donde el informe no los enumera.",
    width: 10,
    count: ({ bidders }) => bidders,
  },
  {
    heading: "En el portal",
    meaning: "Si el portal tiene el procedimiento: Sí o No.",
    width: 10,
    text: ({ isOnPortal }) => (isOnPortal ? "Sí" : "No"),
  },
  {
    heading: "Certeza",
    meaning:
      "Con qué certeza, de 0 a 1, el informe habla de ese procedimiento del portal; vacía donde el portal no lo tiene.",
    width: 8,
    amount: ({ confidence }) => confidence,
  },
];
