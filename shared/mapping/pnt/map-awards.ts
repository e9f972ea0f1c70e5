import type { CompiledRelease } from "../../ocds/schema.ts";
import { dropUndefined } from "../../values/present.ts";
import { maskNumber } from "../mask-personal.ts";
import { documentsAt, reportedDocument } from "./documents.ts";
import { digest, identifyRow } from "./identity.ts";
import type { Bid } from "./map-bids.ts";
import type { PartyBook, Reference } from "./parties.ts";
import type { PntRow } from "./row.ts";

type Award = NonNullable<CompiledRelease["awards"]>[number];
type Contract = NonNullable<CompiledRelease["contracts"]>[number];
type Amendment = NonNullable<Contract["amendments"]>[number];

/**
 * Who won, and the contracts. The value is the contract's with taxes, the only one that the reports tell; that without them, the least and the greatest
 * have no field in OCDS and are not published. A row that names no supplier awards nothing.
 */
export function mapAwards(
  rows: readonly PntRow[],
  book: PartyBook,
  bids: readonly Bid[],
): { awards: Award[]; contracts: Contract[] } {
  const awards: Award[] = [];
  const contracts: Contract[] = [];
  const ids = new Set<string>();
  for (const row of rows) {
    if (row.ganador === undefined) continue;
    const supplier = book.refer(row.ganador, "supplier");
    const id = freeId(digest([identifyRow(row).contract, supplier.id]), ids);
    const award = mapAward(`adjudicacion-${id}`, row, supplier, bids);
    awards.push(award);
    const contract = mapContract(row, award, id, contracts);
    if (contract !== undefined) contracts.push(contract);
  }
  return { awards, contracts };
}

/** Two rows of one contract and supplier, as where it is split by item, are two awards. */
function freeId(wanted: string, ids: Set<string>): string {
  let id = wanted;
  for (let count = 2; ids.has(id); count += 1) id = `${wanted}-${count}`;
  ids.add(id);
  return id;
}

function mapAward(id: string, row: PntRow, supplier: Reference, bids: readonly Bid[]): Award {
  const own = bids.filter(
    ({ status, tenderers }) =>
      status !== "invited" && tenderers?.some((tenderer) => tenderer.id === supplier.id),
  );
  return dropUndefined<Award>({
    id,
    status: "active",
    description: row.razones,
    value: contractValue(row),
    suppliers: [supplier],
    documents: documentsAt("award", row),
    // Of two quotes of one supplier it is not told which one won.
    relatedBid: own.length === 1 ? own[0]?.id : undefined,
  });
}

function mapContract(
  row: PntRow,
  { id: awardID, value }: Award,
  digits: string,
  others: readonly Contract[],
): Contract | undefined {
  const { contrato, objeto, fechaContrato, inicioPlazo, finPlazo, convenios } = row;
  const number = contrato === undefined ? undefined : maskNumber(contrato);
  const id = number ?? `contrato-${digits}`;
  const amendments = convenios.map(mapAmendment);
  const documents = [
    ...(documentsAt("contract", row) ?? []),
    ...convenios.flatMap(({ url }) =>
      url === undefined ? [] : [reportedDocument("Convenio modificatorio", url, "contractAnnexe")],
    ),
  ];
  const progress = documentsAt("implementation", row);
  const facts = dropUndefined<Omit<Contract, "id" | "awardID">>({
    description: objeto,
    dateSigned: fechaContrato,
    period:
      inicioPlazo === undefined && finPlazo === undefined
        ? undefined
        : dropUndefined<NonNullable<Contract["period"]>>({
            startDate: inicioPlazo,
            endDate: finPlazo,
          }),
    value,
    documents: documents.length === 0 ? undefined : documents,
    amendments: amendments.length === 0 ? undefined : amendments,
    implementation: progress && { documents: progress },
  });
  if (number === undefined && Object.keys(facts).length === 0) return undefined;
  const isTaken = others.some((other) => other.id === id);
  return { id: isTaken ? `${id}-${digits}` : id, awardID, ...facts };
}

function mapAmendment({ numero, objeto, fecha, url }: PntRow["convenios"][number]): Amendment {
  return dropUndefined<Amendment>({
    id: digest([numero ?? null, objeto ?? null, fecha ?? null, url ?? null]),
    date: fecha,
    description: [numero && `Convenio ${numero}`, objeto].filter(Boolean).join(": ") || undefined,
  });
}

function contractValue({ montoConImpuestos }: PntRow): Award["value"] {
  return montoConImpuestos === undefined
    ? undefined
    : { amount: montoConImpuestos, currency: "MXN" };
}
