import { isWithdrawn } from "../feed/is-withdrawn.ts";
import type { TenderRow } from "../feed/tender-row.ts";
import { hasHour } from "../values/dates.ts";
import { dayNumber } from "./day-number.ts";
import { type PartidaTables, toldPartidas } from "./partidas/partida-tables.ts";
import type { RowList } from "./row-list.ts";
import type { SearchTables } from "./search-tables.ts";

/** What is to be known of a row's dates besides themselves. */
export const dateFlags = {
  /** The procedure was cancelled or the portal has it no longer: none of them will be kept. */
  off: 1,
  /** One was announced and is no longer. */
  takenBack: 2,
} as const;

/** The columns of everything but words, and the codes of the COG that were told of rows, by row number. */
export function makeSides(rows: RowList): {
  sides: Omit<
    SearchTables,
    | "version"
    | "vocabulary"
    | "postingStart"
    | "postings"
    | "sequenceStart"
    | "sequence"
    | keyof PartidaTables
  >;
  told: Map<number, string[]>;
} {
  const size = rows.length;
  const sides = {
    publishedOn: new Int32Array(size),
    opensOn: new Int32Array(size),
    clarifiesOn: new Int32Array(size),
    awardsOn: new Int32Array(size),
    dateFlags: new Uint8Array(size),
    openUntilMs: new Float64Array(size),
    buyerOf: new Uint32Array(size),
    kindOf: new Uint32Array(size),
    statusOf: new Uint32Array(size),
  };
  const buyers = new Numbering<SearchTables["buyers"][number]>({ id: "", name: "" });
  const kinds = new Numbering<SearchTables["kinds"][number]>({ method: "unknown", text: "" });
  const statuses = new Numbering<string>("");
  const told = new Map<number, string[]>();
  let row = 0;
  for (const tender of rows) {
    const { buyerId: id = "", buyerName: name = "", method = "unknown", methodText = "" } = tender;
    sides.publishedOn[row] = dayNumber(tender.publishedAt);
    sides.opensOn[row] = dayNumber(tender.opensAt);
    sides.clarifiesOn[row] = dayNumber(tender.clarificationAt);
    sides.awardsOn[row] = dayNumber(tender.awardAt);
    sides.dateFlags[row] = flagsOf(tender);
    sides.openUntilMs[row] = openUntil(tender);
    // Rows are sorted latest first: the first name of a buyer is the one it goes by now.
    const buyer = buyers.number(id, () => ({ id, name }));
    sides.buyerOf[row] = buyer;
    const known = buyers.items[buyer];
    if (buyer > 0 && known?.name === "") known.name = name;
    sides.kindOf[row] = kinds.number(
      method === "unknown" && methodText === "" ? "" : `${method} ${methodText}`,
      () => ({ method, text: methodText }),
    );
    const status = tender.statusText ?? "";
    sides.statusOf[row] = statuses.number(status, () => status);
    const partidas = toldPartidas(tender);
    if (partidas.length > 0) told.set(row, partidas);
    row += 1;
  }
  return {
    sides: { ...sides, buyers: buyers.items, kinds: kinds.items, statuses: statuses.items },
    told,
  };
}

/** Numbers distinct things as they first occur. The key "" stands for having none and is number 0. */
class Numbering<Item> {
  readonly items: Item[];
  readonly #numberOf = new Map<string, number>([["", 0]]);

  constructor(none: Item) {
    this.items = [none];
  }

  number(key: string, make: () => Item): number {
    let number = this.#numberOf.get(key);
    if (number === undefined) {
      number = this.items.push(make()) - 1;
      this.#numberOf.set(key, number);
    }
    return number;
  }
}

function flagsOf({ withdrawnAt, status, changedDates = [] }: TenderRow): number {
  const isOff = withdrawnAt !== undefined || status === "cancelled" || status === "withdrawn";
  const isTakenBack = changedDates.some(({ lastAt }) => lastAt !== undefined);
  return (isOff ? dateFlags.off : 0) + (isTakenBack ? dateFlags.takenBack : 0);
}

const dayMs = 86_400_000;

/** The last instant at which a call is open, as `stateOf` tells it: before all time where the portal took it away, none where it has no date. */
function openUntil(tender: TenderRow): number {
  const { opensAt } = tender;
  if (opensAt === undefined) return Number.NaN;
  if (isWithdrawn(tender)) return Number.NEGATIVE_INFINITY;
  return Date.parse(opensAt) + (hasHour(opensAt) ? 0 : dayMs - 1);
}
