import { bodyKey } from "../../registry/compare-bodies.ts";
import { nameKey } from "../../registry/fold-name.ts";
import { hashJson } from "../../values/hash.ts";
import { foldLabel } from "../../values/text.ts";
import type { PntRow } from "./row.ts";

/**
 * By what a row is known when it is reported again. The procedure: the obliged body and its number as people write it, else its contract, else what the row says of
 * whom, when and how much. The contract: the procedure and the contract's number, which a row may not have yet.
 */
export interface RowIdentity {
  procedure: string;
  contract: string;
}

export function identifyRow(row: PntRow): RowIdentity {
  const { expediente, contrato, ganador, fechaContrato, montoConImpuestos, descripcion } = row;
  const number = looseNumber(expediente ?? contrato ?? "");
  const content = [nameKey(ganador?.nombre ?? ""), fechaContrato, montoConImpuestos, descripcion];
  const procedure = digest([
    bodyKey(row.sujetoObligado),
    // A number of marks alone is as good as none.
    number === "" ? content.map((part) => part ?? null) : number,
  ]);
  return { procedure, contract: digest([procedure, foldNumber(contrato ?? "")]) };
}

/** A number as it is compared: letters and digits alone, `LP/E/SEED/007/2025` and `lp-e-seed-007-2025` are the same. */
export function foldNumber(text: string): string {
  return foldLabel(text).replace(/[^a-z0-9]/g, "");
}

/** Without what people put around a number, and without zeros that fill it up: `Licitación No. LP-007/2025` → `lp 7 2025`. */
export function looseNumber(text: string): string {
  const folded = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/\([^)]*\)/g, " ")
    .replace(
      /\b(?:numero|num|no|nº|n°|expediente|exp|folio|licitacion|publica|nacional|invitacion|procedimiento|segunda|primera|convocatoria)\b\.?/g,
      " ",
    );
  return (folded.match(/[a-z]+|\d+/g) ?? []).map((part) => part.replace(/^0+(?=\d)/, "")).join(" ");
}

/** Sixteen digits by which something of a report is named. */
export function digest(value: unknown): string {
  return hashJson(value).slice(0, 16);
}

/**
 * The rows that say what is so now, of all that the reports which count say of one procedure: of each contract those of the latest period, of
 * equal periods of the report that came last, each once. A row without the contract's number gives way to one of the same supplier that has it.
 *
 * @param rows in the order in which they came; `report` tells one report from the next.
 */
export function currentRows(rows: readonly { row: PntRow; report: number }[]): PntRow[] {
  const contracts = new Map<string, { row: PntRow; report: number }[]>();
  for (const each of rows) {
    const { contract } = identifyRow(each.row);
    const others = contracts.get(contract) ?? [];
    const [known] = others;
    const order = known === undefined ? 0 : compareReports(each, known);
    if (order > 0) contracts.set(contract, [each]);
    else if (order === 0) contracts.set(contract, [...others, each]);
  }
  const latest = [...contracts.values()].flat().map(({ row }) => row);
  const numbered = new Set(latest.filter(({ contrato }) => contrato !== undefined).map(supplierOf));
  const standing = latest.filter(
    (row) => row.contrato !== undefined || !numbered.has(supplierOf(row)),
  );
  return [...new Map(standing.map((row) => [digest(row), row])).values()];
}

function compareReports(
  a: { row: PntRow; report: number },
  b: { row: PntRow; report: number },
): number {
  if (a.row.periodoFin !== b.row.periodoFin) return a.row.periodoFin > b.row.periodoFin ? 1 : -1;
  return a.report - b.report;
}

function supplierOf({ expediente, ganador }: PntRow): string {
  return `${looseNumber(expediente ?? "")} ${ganador?.rfc ?? nameKey(ganador?.nombre ?? "")}`;
}
