import { maskPersonal } from "../../../shared/mapping/mask-personal.ts";
import type { RowKey, TableKey } from "../../../shared/mapping/pnt/formats/format.ts";
import {
  linkKeys,
  type Modality,
  PntRow,
  type PntSupplier,
} from "../../../shared/mapping/pnt/row.ts";
import { readModality } from "../../../shared/mapping/pnt/words.ts";
import { dayOf } from "../../../shared/values/dates.ts";
import { dropUndefined } from "../../../shared/values/present.ts";
import { foldLabel } from "../../../shared/values/text.ts";
import type { Cell } from "../tables/cell.ts";
import type { Row } from "../tables/sheet.ts";
import { type CellReader, makeCellReader, type Problem } from "./cell-reader.ts";
import { readCurrency } from "./currency.ts";
import type { DetailRow, Details } from "./detail-sheet.ts";
import type { Headings } from "./headings.ts";
import { readPartidas } from "./read-partidas.ts";
import { readSupplier } from "./read-supplier.ts";

/** What stands outside of the row. */
export interface RowContext {
  headings: Headings;
  sheet: string;
  /** The obliged body, where the row does not say it. */
  body: string | undefined;
  timeZone: string;
  /** The further sheets, by the field that points to them. */
  details: ReadonlyMap<TableKey, Details>;
}

/** A row as it was read, or why it was not; and what of it, or of the sheets that it points to, was not taken. */
export interface RowReading {
  row?: PntRow;
  /** Why there is none. */
  reason?: string;
  problems: Problem[];
}

/** Reads a row of the main sheet with what it points to. */
export function readPntRow({ number, cells }: Row, context: RowContext): RowReading {
  const { headings, sheet, timeZone } = context;
  const problems: Problem[] = [];
  const places = new Map<RowKey | TableKey, number>();
  for (const [index, column] of headings.columns.entries()) {
    const key = column?.field?.key;
    // Of two columns of one key, as where a format has two spellings, the first that is filled counts.
    if (key !== undefined && (!places.has(key) || cells[places.get(key) ?? -1] === undefined)) {
      places.set(key, index);
    }
  }
  const read = makeCellReader<RowKey | TableKey>(problems, timeZone, (key) => {
    const index = places.get(key);
    const heading = index === undefined ? undefined : headings.columns[index]?.heading;
    return {
      cell: index === undefined ? undefined : cells[index],
      place: { sheet, row: number, ...(heading !== undefined && { column: heading }) },
    };
  });
  const body = masked(read.text("sujetoObligado") ?? context.body);
  if (body === undefined) return { reason: noBody, problems };
  const periodEnd = read.day("periodoFin") ?? endOfYear(read.text("ejercicio"));
  if (periodEnd === undefined) {
    return { reason: "neither the end of the period nor the year can be read", problems };
  }
  const winner = readSupplier(
    read.texts(["nombre", "primerApellido", "segundoApellido", "razonSocial", "rfc"]),
  );
  // The numbers of procedures and contracts are kept as they stand, to be linked, and masked where they are published.
  const tipo = read.text("tipoProcedimiento");
  const isPeso = checkCurrency(read, problems, sheet, number);
  const amount = (key: RowKey) => (isPeso ? read.amount(key) : undefined);
  const row = dropUndefined<PntRow>({
    formato: headings.format.id,
    sujetoObligado: body,
    periodoFin: dayOf(periodEnd),
    modalidad: modalityOf(tipo, headings.format.id),
    tipoProcedimiento: masked(tipo),
    materia: masked(read.text("materia")),
    expediente: read.text("expediente"),
    desierta: /^si\b/.test(foldLabel(read.text("desierta") ?? "")) ? true : undefined,
    motivos: masked(read.text("motivos")),
    razones: masked(read.text("razones")),
    descripcion: masked(read.text("descripcion")),
    objeto: masked(read.text("objeto")),
    contrato: read.text("contrato"),
    fechaConvocatoria: read.day("fechaConvocatoria"),
    fechaContrato: read.day("fechaContrato"),
    inicioPlazo: read.day("inicioPlazo"),
    finPlazo: read.day("finPlazo"),
    montoSinImpuestos: amount("montoSinImpuestos"),
    montoConImpuestos: amount("montoConImpuestos"),
    montoMinimo: amount("montoMinimo"),
    montoMaximo: amount("montoMaximo"),
    ganador: winner,
    posiblesContratantes: suppliersOf("posiblesContratantes"),
    proposiciones: suppliersOf("proposiciones"),
    cotizaciones: suppliersOf("cotizaciones"),
    convenios: detailsOf("convenios").flatMap(readAmendment),
    partidas: partidasOf(),
    enlaces: readLinks(read),
  });
  if (row.expediente === undefined && row.contrato === undefined && row.ganador === undefined) {
    return { reason: "there is no number of a procedure, no contract and no supplier", problems };
  }
  return { row: PntRow.parse(row), problems };

  function detailsOf(key: TableKey): readonly DetailRow[] {
    const details = context.details.get(key);
    const id = read.text(key);
    if (id === undefined) return [];
    const rows = details?.rows.get(id);
    if (rows !== undefined) return rows;
    const reason =
      details === undefined
        ? `points to row ${id} of a sheet that the file does not have`
        : `points to the ID ${id}, which ${details.sheet} does not have`;
    problems.push({ ...read.placeOf(key), reason });
    return [];
  }

  function suppliersOf(key: TableKey): PntSupplier[] {
    const suppliers = detailsOf(key).flatMap((detail) => {
      const cell = detailReader(key, detail);
      const supplier = readSupplier(
        cell.texts(["nombre", "primerApellido", "segundoApellido", "razonSocial", "rfc"]),
      );
      if (supplier === undefined) return [];
      const monto = isPeso ? cell.amount("monto") : undefined;
      return [{ ...supplier, ...(monto !== undefined && { monto }) }];
    });
    return withoutTwins(suppliers);
  }

  function readAmendment(detail: DetailRow): PntRow["convenios"] {
    const cell = detailReader("convenios", detail);
    const amendment = dropUndefined<PntRow["convenios"][number]>({
      numero: masked(cell.text("numero")),
      objeto: masked(cell.text("objeto")),
      fecha: cell.day("fecha"),
      url: cell.link("url"),
    });
    return Object.keys(amendment).length === 0 ? [] : [amendment];
  }

  function partidasOf(): PntRow["partidas"] {
    const told = detailsOf("partidas").flatMap((detail) => {
      const reader = detailReader("partidas", detail);
      const cell = reader.text("partida");
      if (cell === undefined) return [];
      const codes = readPartidas(cell);
      if (codes === undefined) {
        problems.push({ ...reader.placeOf("partida"), reason: `"${cell}" is no code of the COG` });
      }
      return codes ?? [];
    });
    return told.length === 0 ? undefined : [...new Set(told)].sort();
  }

  function detailReader(key: TableKey, detail: DetailRow) {
    const name = context.details.get(key)?.sheet ?? "";
    return makeCellReader(problems, timeZone, (column: keyof DetailRow["cells"]) => ({
      cell: detail.cells[column] as Cell,
      place: { sheet: name, row: detail.number, column },
    }));
  }
}

function readLinks(read: CellReader<RowKey | TableKey>): PntRow["enlaces"] {
  const links: PntRow["enlaces"] = {};
  for (const key of linkKeys) {
    const url = read.link(key);
    if (url !== undefined) links[key] = url;
  }
  return links;
}

const noBody = "it is not said whose report this is: name the obliged body with --body";

/** The year alone stands for its last day. */
function endOfYear(year: string | undefined): string | undefined {
  return year !== undefined && /^20\d\d$/.test(year) ? `${year}-12-31` : undefined;
}

/** Format 43335 is for direct awards alone. */
function modalityOf(text: string | undefined, format: string): Modality | undefined {
  const read = readModality(text ?? "");
  return read ?? (format === "43335" && text === undefined ? "adjudicacionDirecta" : undefined);
}

/** Amounts in another currency, or in one that is not understood, are not taken, as their headings have them in pesos. */
function checkCurrency(
  read: CellReader<RowKey | TableKey>,
  problems: Problem[],
  sheet: string,
  row: number,
): boolean {
  const text = read.text("moneda");
  if (readCurrency(text) !== "other") return true;
  problems.push({
    ...read.placeOf("moneda"),
    sheet,
    row,
    reason: `the currency is "${text}", so the amounts of the row are not taken as pesos`,
  });
  return false;
}

function masked(text: string | undefined): string | undefined {
  return text === undefined ? undefined : maskPersonal(text);
}

/** Lists repeat a supplier; the one that has an amount counts. */
function withoutTwins(suppliers: readonly PntSupplier[]): PntSupplier[] {
  const seen = new Map<string, PntSupplier>();
  for (const supplier of suppliers) {
    const key = JSON.stringify(supplier);
    if (!seen.has(key)) seen.set(key, supplier);
  }
  return [...seen.values()];
}
