import { isWithdrawn } from "../feed/is-withdrawn.ts";
import type { TenderRow } from "../feed/tender-row.ts";
import { hasHour } from "../values/dates.ts";
import { readPartidaCode } from "../values/partida-code.ts";

/**
 * A procedure's state as its dates tell it: open until its bids are opened, as long as the portal has it; without that date nothing can be
 * said.
 */
export const tenderStates = ["open", "closed", "undated"] as const;
export type TenderState = (typeof tenderStates)[number];

export const methodChoices = ["open", "selective", "limited", "direct", "unknown"] as const;
export type MethodChoice = (typeof methodChoices)[number];

/**
 * What someone looks for. An empty list or text leaves that side free. Days are `YYYY-MM-DD` in the portal's zone, both ends
 * included; a procedure without the date does not fall in any range of it.
 */
export interface TenderFilter {
  /** Every word must be part of a word of the title or the number. */
  text: string;
  /** Ids of buyers, any of which will do. */
  buyers: string[];
  methods: MethodChoice[];
  states: TenderState[];
  /** Codes of the COG, as `readPartidaCode` gives them, any of which will do; each stands for all that lie in it. */
  partidas: string[];
  publishedFrom?: string;
  publishedTo?: string;
  opensFrom?: string;
  opensTo?: string;
  /** Only what came to be known, or changed, since the user's last visit. */
  onlyNews?: true;
  /** Without what the user has looked at and that has not changed since. */
  hideSeen?: true;
}

export const emptyFilter: TenderFilter = {
  text: "",
  buyers: [],
  methods: [],
  states: [],
  partidas: [],
};

export function isEmptyFilter(filter: TenderFilter): boolean {
  return encodeFilter(filter) === "";
}

const dayMs = 86_400_000;

/**
 * The state of a procedure at an instant. A call is open up to the very moment of the opening of bids; where the portal gives the day
 * without the hour, to the end of that day.
 */
export function stateOf(
  row: Pick<TenderRow, "opensAt" | "withdrawnAt" | "status">,
  nowMs: number,
): TenderState {
  if (row.opensAt === undefined) return "undated";
  if (isWithdrawn(row)) return "closed";
  const opensMs = Date.parse(row.opensAt);
  const isOpen = hasHour(row.opensAt) ? nowMs <= opensMs : nowMs < opensMs + dayMs;
  return isOpen ? "open" : "closed";
}

const dayParameters = {
  publishedFrom: "publicada-desde",
  publishedTo: "publicada-hasta",
  opensFrom: "apertura-desde",
  opensTo: "apertura-hasta",
} as const;

const personalParameter = "para-mi";

/** A filter as URL parameters in a fixed order; the empty filter is "". */
export function encodeFilter(filter: TenderFilter): string {
  const parameters = new URLSearchParams();
  if (filter.text.trim() !== "") parameters.set("texto", filter.text.trim());
  for (const buyer of [...filter.buyers].sort()) parameters.append("dependencia", buyer);
  for (const method of [...filter.methods].sort()) parameters.append("modalidad", method);
  for (const state of [...filter.states].sort()) parameters.append("estado", state);
  for (const partida of [...filter.partidas].sort()) parameters.append("partida", partida);
  for (const [key, name] of Object.entries(dayParameters)) {
    const day = filter[key as keyof typeof dayParameters]; // The keys are those of the table above.
    if (day !== undefined) parameters.set(name, day);
  }
  if (filter.onlyNews) parameters.append(personalParameter, "novedades");
  if (filter.hideSeen) parameters.append(personalParameter, "sin-vistas");
  return parameters.toString();
}

/**
 * A filter as `encodeFilter` writes it, without what is news to the user and what the user has seen. That is another matter each
 * day: a search that is saved holds none of it, and tells of what is new anyway.
 */
export function dropPersonal(encoded: string): string {
  const parameters = new URLSearchParams(encoded);
  parameters.delete(personalParameter);
  return parameters.toString();
}

/** A filter from URL parameters, as far as they can be read: unknown words and days that do not exist are left out. */
export function decodeFilter(text: string): TenderFilter {
  const parameters = new URLSearchParams(text);
  const filter: TenderFilter = {
    text: parameters.get("texto") ?? "",
    buyers: parameters.getAll("dependencia").filter((buyer) => buyer !== ""),
    methods: methodChoices.filter((method) => parameters.getAll("modalidad").includes(method)),
    states: tenderStates.filter((state) => parameters.getAll("estado").includes(state)),
    partidas: [
      ...new Set(parameters.getAll("partida").flatMap((digits) => readPartidaCode(digits) ?? [])),
    ],
  };
  for (const [key, name] of Object.entries(dayParameters)) {
    const day = parameters.get(name);
    if (day !== null && isDay(day)) filter[key as keyof typeof dayParameters] = day;
  }
  const forUser = parameters.getAll(personalParameter);
  if (forUser.includes("novedades")) filter.onlyNews = true;
  if (forUser.includes("sin-vistas")) filter.hideSeen = true;
  return filter;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
