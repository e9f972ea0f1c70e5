import type { LinkKey } from "../row.ts";

/** What a field of a format holds, as the PNT's own catalogue types it. */
type FieldType = "text" | "date" | "money" | "link" | "choice" | "table";

/** A field of a format. One without a key is known, and nothing is published of it. */
export interface PntField<Key extends string = string> {
  /** Number in the PNT's catalogue; absent in a layout whose catalogue is not at hand. */
  id?: number;
  /** Heading of its column. */
  label: string;
  type: FieldType;
  key?: Key;
  /** Of a choice: what may stand there. */
  options?: readonly string[];
  /** Of a table: the columns of the sheet that its cell points to. */
  columns?: readonly PntField<DetailKey>[];
}

/** A layout in which fraction XXVIII is reported. */
export interface PntFormat {
  /** Number in the PNT's catalogue. */
  id: string;
  title: string;
  /** Set where the headings are not those of a catalogue that was seen. */
  isGuess?: true;
  fields: readonly PntField<RowKey | TableKey>[];
}

/** What is read of a row, by the noun of the report. */
export type RowKey =
  | "sujetoObligado"
  | "ejercicio"
  | "periodoInicio"
  | "periodoFin"
  | "tipoProcedimiento"
  | "materia"
  | "expediente"
  | "desierta"
  | "motivos"
  | "razones"
  | "descripcion"
  | "objeto"
  | "contrato"
  | "fechaConvocatoria"
  | "fechaContrato"
  | "fechaActualizacion"
  | "inicioPlazo"
  | "finPlazo"
  | "montoSinImpuestos"
  | "montoConImpuestos"
  | "montoMinimo"
  | "montoMaximo"
  | "moneda"
  | PersonKey
  | LinkKey;

/** A supplier; in a row of its own, or in that of the procedure as who won. */
type PersonKey = "nombre" | "primerApellido" | "segundoApellido" | "razonSocial" | "rfc" | "monto";
type AmendmentKey = "numero" | "objeto" | "fecha" | "url";
/** A column of a further sheet. */
export type DetailKey = PersonKey | AmendmentKey | "partida";
export type TableKey =
  | "posiblesContratantes"
  | "proposiciones"
  | "cotizaciones"
  | "convenios"
  | "partidas";

type Field = PntFormat["fields"][number];
type Key = RowKey | TableKey;
type Column = PntField<DetailKey>;

/** The six kinds of field, so that a format is one line a field. */
export const text = <K extends string>(id: number, label: string, key?: K) =>
  field("text", id, label, key);
export const date = <K extends string>(id: number, label: string, key?: K) =>
  field("date", id, label, key);
export const money = <K extends string>(id: number, label: string, key?: K) =>
  field("money", id, label, key);
export const link = <K extends string>(id: number, label: string, key?: K) =>
  field("link", id, label, key);
export const choice = <K extends string>(
  id: number,
  label: string,
  options: readonly string[],
  key?: K,
) => ({ ...field("choice", id, label, key), options });
export const table = <K extends Key>(
  id: number,
  label: string,
  columns: readonly Column[],
  key?: K,
): Field => ({ ...field("table", id, label, key), columns });

function field<K extends string>(type: FieldType, id: number, label: string, key?: K): PntField<K> {
  return { id, label, type, ...(key !== undefined && { key }) };
}
