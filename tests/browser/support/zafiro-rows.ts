import type { TenderRow } from "../../../shared/feed/tender-row.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";

const dayMs = 86_400_000;
const now = Date.now();
/** So many days from now; before now where it is less than 0. */
export const at = (days: number): string => new Date(now + days * dayMs).toISOString();

/** Procedures made for these tests, which all mention "zafiro". */
const made = (id: string, title: string, fields: Partial<TenderRow> = {}): TenderRow => ({
  id,
  ocid: `ocds-000000-${id}`,
  url: `${durango.baseUrl}/consulta/Procedimiento/${id}`,
  title: `${title} ZAFIRO`,
  buyerName: "Secretaría de Pruebas",
  status: "active",
  statusText: "Vigente",
  ...fields,
});
/** As they are at first. */
export const before = [
  made("900001", "APLAZADA", { opensAt: at(20) }),
  made("900002", "RETIRADA", { opensAt: at(25) }),
  made("900003", "RESUELTA", { opensAt: at(-1) }),
  made("900004", "CERCANA", { opensAt: at(5) }),
  made("900005", "QUIETA", { opensAt: at(30) }),
];
const [postponed, withdrawn, resolved, near, still] = before as [
  TenderRow,
  TenderRow,
  TenderRow,
  TenderRow,
  TenderRow,
];
/** As they are ten days later. */
export const after: TenderRow[] = [
  made("900006", "RECIENTE", { opensAt: at(40) }),
  { ...postponed, opensAt: at(22) },
  { ...withdrawn, status: "withdrawn", withdrawnAt: at(-1) },
  { ...resolved, status: "complete", statusText: "Adjudicada" },
  near,
  still,
];

export { near, still };
