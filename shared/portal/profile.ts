import * as z from "zod";
import { dateFormatNames } from "../values/dates.ts";
import { unitFormats } from "./unit-formats.ts";

const Text = z.string().min(1);
const Path = z.string().regex(/^\/\S*$/, "a path that begins with /");
/** Canonical word → the spellings that stand for it on the portal. Compared folded: case, accents and colons do not matter. */
const Synonyms = z.record(Text, z.array(Text).min(1));

/** What DataTables offers as its largest. */
export const usualPageSize = 100;

/**
 * What a procurement portal is: everything that differs from one portal to the next, as data.
 *
 * Whoever sees the real portal mends its profile in `profiles/`, not the code. Pages (which keys exist,
 * which are required) are declared in `pages/`; the labels that stand for those keys are here.
 */
export const PortalProfile = z.strictObject({
  /** What whoever wrote it wants to be known of it, such as what is a guess; nothing reads it. */
  notes: z.array(Text).optional(),
  /** Short name used in stores and identifiers: `durango`. */
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** What people call it, in Spanish. */
  name: Text,
  /** Whose procurement it shows: `{ "name": "Estado de Durango", "region": "MX-DUR" }`, by ISO 3166-2. */
  jurisdiction: z.strictObject({ name: Text, region: z.string().regex(/^MX-[A-Z]{3}$/) }),
  /** Origin without a path: `https://comprasestatal.durango.gob.mx`. */
  baseUrl: z.url(),
  /** Hosts that answer for the same portal. */
  alternateHosts: z.array(Text),
  /** IANA zone of every date that the portal prints. */
  timeZone: Text,
  routes: z.strictObject({
    /** The list of procedures. */
    listado: Path,
    /** One procedure; `{id}` stands for its number, in the path or in the query: `/ficha.php?folio={id}`. */
    procedimiento: Path.includes("{id}"),
    /** One attachment; `{id}` stands for its number. */
    anexo: Path.includes("{id}"),
    /** The registry of suppliers. */
    padron: Path,
  }),
  list: z.strictObject({
    /** Texts of the link that leads to the next page of a list. */
    nextPage: z.array(Text),
    /**
     * Columns whose text changes though the procedure does not, such as `Días restantes` or a row's place in the list, compared folded. A
     * row that differs only there says nothing new. Of columns that stand for a field there is none.
     */
    unsteady: z.array(Text).optional(),
    /** Where a list that is filled by a script (DataTables, server side) gets its rows; absent for a portal without such a list. */
    json: z
      .strictObject({
        path: Path,
        /** Rows asked for at once. */
        pageSize: z.int().positive().default(usualPageSize),
      })
      .optional(),
  }),
  /** Page id → key of that page → labels that stand for it; property names of JSON rows count as labels. */
  labels: z.strictObject({
    procedimiento: Synonyms,
    listado: Synonyms,
    padron: Synonyms,
  }),
  /** How headings begin that stand above something else than what the page is about, compared folded. */
  foreignHeadings: z.array(Text),
  /** Status words. Open or closed is never derived from them, only from dates. */
  estatus: Synonyms,
  /** Kinds of procedure; a text belongs to the one with the longest spelling that it begins with. */
  modalidad: Synonyms,
  /** What is bought; a text belongs to the one with the longest spelling that it begins with. */
  materia: Synonyms,
  /** Kinds of attachment by words in their names; the first that occurs decides. */
  anexo: Synonyms,
  /** Texts that say "nothing here", compared folded. */
  missing: z.array(z.string()),
  /** Texts that say so of a date only: `Pendiente` may well be a status. */
  missingInDates: z.array(Text),
  /** Days that stand for "no date": `0001-01-01` is what .NET prints. */
  missingDays: z.array(z.iso.date()),
  /**
   * How a buying unit's code stands beside its name: `SSD-01 - SERVICIOS DE SALUD` with `codeFirst`, `Servicios de Salud (SSD-01)` with
   * `codeInParentheses`. The first that fits decides; a code has a digit. Without any, all of the text is the name.
   */
  unitFormats: z.array(z.enum(unitFormats)),
  /** `03/04/2026` is in April with `dayFirst` and in March with `monthFirst`; with neither it is unreadable. */
  dateFormats: z
    .array(z.enum(dateFormatNames))
    .min(1)
    .refine((formats) => !(formats.includes("dayFirst") && formats.includes("monthFirst")), {
      error: "dayFirst or monthFirst, not both",
    }),
  /** Rows that are no procedures: descriptions that are only this, compared folded. */
  junk: z.array(Text),
});
export type PortalProfile = z.infer<typeof PortalProfile>;
