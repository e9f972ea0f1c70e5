import * as cheerio from "cheerio";
import { readHtml } from "../../../../scraper/crawl/read-page.ts";
import type { PageDefinition } from "../../../../shared/portal/pages/definition.ts";
import { durango } from "../../../../shared/portal/profiles/durango.ts";
import type { Procedimiento, Proveedor } from "../../../../shared/portal/records.ts";
import { requireSameProcedure } from "../../../../shared/portal/same-procedure.ts";
import { readSample } from "../../../../shared/portal/sample.ts";
import { decodePage } from "../decode-page.ts";
import type { PageCase } from "../page-cases.ts";

type Record = Procedimiento | Proveedor;

/** What a page says of each record, by its number or name, field by field; and its text as the page printed it. */
type Truth = Map<string, { fields: Map<string, unknown>; original: Map<string, string> }>;

/** A saved page on its way to becoming another one. Mutations change `$`, and `truth` only where they change what the page says. */
export interface Mutant {
  name: string;
  definition: PageDefinition;
  $: cheerio.CheerioAPI;
  truth: Truth;
  /** What the list says of the procedure, for the page of one. */
  listed?: Procedimiento;
}

/** Gives saved pages as they are, over and over. Throws for a page that is refused as it is. */
export function mutantMaker({ definition, name, html, charset }: PageCase): () => Mutant {
  const page = readHtml(html, charset, definition, durango);
  const [listed] = recordsOf(definition, page);
  const text = decodePage(html, charset);
  return () => {
    const $ = cheerio.load(text);
    $("meta").remove();
    const truth = truthOf(definition, page);
    const mutant = { name: `${definition.id}/${name}`, definition, $, truth };
    return listed && "anexos" in listed ? { ...mutant, listed } : mutant;
  };
}

/** Reads what has become of a page, and compares a procedure with what the list said of it. Throws what the readers throw. */
export function readMutant({ $, definition, listed }: Mutant): Record[] {
  const html = new TextEncoder().encode($.html());
  const records = recordsOf(definition, readHtml(html, "utf-8", definition, durango));
  for (const record of records) {
    if (definition.holds === "record" && listed && "anexos" in record) {
      requireSameProcedure(listed, record);
    }
  }
  return records;
}

/** Takes a field out of what the page says, for one record or for all. */
export function forget({ truth }: Mutant, field: string, key?: string): void {
  for (const [id, { fields }] of truth) if (key === undefined || key === id) fields.delete(field);
}

function truthOf(...page: Parameters<typeof recordsOf>): Truth {
  return new Map(
    recordsOf(...page).map((record) => [
      keyOf(record),
      { fields: fieldsOf(record), original: new Map(Object.entries(record.original)) },
    ]),
  );
}

function recordsOf(definition: PageDefinition, page: Parameters<typeof readSample>[0]): Record[] {
  const read = readSample(page, definition, durango);
  if (Array.isArray(read)) return read;
  return "procedimientos" in read ? read.procedimientos : [read];
}

export function keyOf(record: Record): string {
  return "anexos" in record ? record.id : record.nombre;
}

/** What a record says, without how it came to say it. */
export function fieldsOf(record: Record): Map<string, unknown> {
  const { original: _original, desconocidos: _unknown, problemas: _problems, ...fields } = record;
  const isSaid = (value: unknown) =>
    value !== undefined && !(Array.isArray(value) && value.length === 0);
  return new Map(Object.entries(fields).filter(([, value]) => isSaid(value)));
}
