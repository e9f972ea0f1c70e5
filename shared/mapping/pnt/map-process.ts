import type { CompiledRelease } from "../../ocds/schema.ts";
import { dropUndefined } from "../../values/present.ts";
import { cogScheme } from "../cog-scheme.ts";
import { maskNumber } from "../mask-personal.ts";
import type { Document } from "./documents.ts";
import { documentsAt } from "./documents.ts";
import { mapAwards } from "./map-awards.ts";
import { mapBids } from "./map-bids.ts";
import { openPartyBook, type Party } from "./parties.ts";
import type { PntRow } from "./row.ts";
import { methodOfModality, readCategory } from "./words.ts";

/** What the reports say of a process: a part of it where the portal has the process too, else all of it. */
export type PntContent = Omit<CompiledRelease, "id" | "date" | "tag">;
type Tender = NonNullable<PntContent["tender"]>;

/** A process that reports speak of. */
export interface PntProcess {
  ocid: string;
  /** What is so now, by `currentRows`; at least one. */
  rows: readonly [PntRow, ...PntRow[]];
  /** The portal's `tender.id`, where the process is one of the portal's: its own words and dates then stand. */
  portalTenderId?: string;
  /** Who buys, where the process is not one of the portal's. */
  buyer?: { id: string; name: string };
  /** Ocids of processes of the portal's that may be the same one. */
  candidates: readonly string[];
}

/** OCDS has no code for it, and its list of relationships is open. */
const perhapsTheSame = "possiblySameProcess";

export function mapPntProcess(process: PntProcess): PntContent {
  const { ocid, rows, portalTenderId, buyer, candidates } = process;
  const book = openPartyBook();
  const { bids, tenderers } = mapBids(rows, book);
  const { awards, contracts } = mapAwards(rows, book, bids);
  const reported = {
    tenderers: nonEmpty(tenderers),
    numberOfTenderers: tenderers.length || undefined,
    items: nonEmpty(classifyItems(rows)),
    documents: nonEmpty(uniqueDocuments(rows)),
  };
  const tender =
    portalTenderId === undefined
      ? { ...describeTender(rows, buyer), ...reported }
      : Object.values(reported).some((field) => field !== undefined)
        ? { id: portalTenderId, ...reported }
        : undefined;
  const parties: Party[] = [
    ...(buyer === undefined ? [] : [{ ...buyer, roles: ["buyer", "procuringEntity"] }]),
    ...book.parties(),
  ];
  return dropUndefined<PntContent>({
    ocid,
    language: "es",
    initiationType: "tender",
    parties: nonEmpty(parties),
    buyer,
    tender: tender && dropUndefined<Tender>(tender),
    bids: bids.length === 0 ? undefined : { details: bids },
    awards: nonEmpty(awards),
    contracts: nonEmpty(contracts),
    relatedProcesses: nonEmpty(
      candidates.map((identifier, index) => ({
        id: String(index + 1),
        relationship: [perhapsTheSame],
        title: "Quizá sea el mismo procedimiento; no hay certeza suficiente para juntarlos",
        scheme: "ocid",
        identifier,
      })),
    ),
  });
}

/** Of several rows of a procedure the first that says something counts: they repeat it. */
function describeTender(rows: PntProcess["rows"], buyer: PntProcess["buyer"]) {
  const first = <Key extends keyof PntRow>(key: Key) =>
    rows.map((row) => row[key]).find((value) => value !== undefined);
  const number = first("expediente") ?? first("contrato");
  const text = first("descripcion") ?? first("objeto");
  const modality = first("modalidad");
  const materia = first("materia");
  const startDate = first("fechaConvocatoria");
  const isAwarded = rows.some(({ ganador }) => ganador !== undefined);
  return {
    id: number === undefined ? "sin-numero" : maskNumber(number),
    title: text,
    description: text,
    status: isAwarded
      ? ("complete" as const)
      : first("desierta")
        ? ("unsuccessful" as const)
        : undefined,
    procurementMethod: modality && methodOfModality[modality],
    procurementMethodDetails: first("tipoProcedimiento"),
    procurementMethodRationale: first("motivos"),
    mainProcurementCategory: materia === undefined ? undefined : readCategory(materia),
    additionalProcurementCategories: materia === undefined ? undefined : [materia],
    tenderPeriod: startDate === undefined ? undefined : { startDate },
    procuringEntity: buyer,
  };
}

/** What is bought, as far as the codes of the COG under which it is paid tell: nothing else is known of the items. */
function classifyItems(rows: PntProcess["rows"]): NonNullable<Tender["items"]> {
  const codes = new Set(rows.flatMap(({ partidas = [] }) => partidas));
  return [...codes].sort().map((id) => ({
    id: `partida-${id}`,
    classification: { scheme: cogScheme, id },
  }));
}

function uniqueDocuments(rows: readonly PntRow[]): Document[] {
  const documents = rows.flatMap((row) => documentsAt("tender", row) ?? []);
  return [...new Map(documents.map((document) => [document.id, document])).values()];
}

function nonEmpty<Item>(items: Item[]): Item[] | undefined {
  return items.length === 0 ? undefined : items;
}
