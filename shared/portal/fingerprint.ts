import * as z from "zod";
import { hashJson } from "../values/hash.ts";
import { findLabel, foldLabelText } from "./labels.ts";
import type { PageText } from "./page.ts";
import type { PageDefinition } from "./pages/definition.ts";
import { listado } from "./pages/listado.ts";
import { padron } from "./pages/padron.ts";
import { procedimiento } from "./pages/procedimiento.ts";
import type { PortalProfile } from "./profile.ts";
import { pathOf } from "./routes.ts";

const Text = z.string().min(1);
export const definitions: Readonly<Record<PageId, PageDefinition>> = {
  listado,
  procedimiento,
  padron,
};

/** How a portal delivers its list: pages linked by "Siguiente", one page with every row, or JSON fetched by a script. */
export const ListKind = z.enum(["html", "datatables", "json"]);
export type ListKind = z.infer<typeof ListKind>;

/** What the pages of one kind looked like in a run: their form, and nothing of what they say. */
export const PageStructure = z.strictObject({
  /** Pages that were looked at. */
  pages: z.int().positive(),
  /** Folded labels that were seen, in order; an unknown one only where it stands beside all that are required. */
  labels: z.array(Text),
  /** Those of them that nine pages in ten have, in order: a run that reads a few pages finds these too. */
  usualLabels: z.array(Text).default([]),
  /** Labels that no synonym of the profile stands for, each once. */
  unknownLabels: z.int().nonnegative(),
  /** Required field → pages on which no label for it was found. */
  missing: z.record(Text, z.int().positive()),
  /** Paths of the pages with `{id}` in the place of numbers, in order. */
  routes: z.array(Text),
  /** How labels and texts were found, by the names of `reading/`, in order; empty for what is no HTML. */
  strategies: z.array(Text).default([]),
  /** Of the list alone; absent where its kind was not found out. */
  listKind: ListKind.optional(),
  /** Equal for pages of equal form: made from the labels, what is missing everywhere, the routes, the strategies and the kind of list. */
  fingerprint: z.string().regex(/^[0-9a-f]{16}$/),
});
export type PageStructure = z.infer<typeof PageStructure>;

/** By kind of page; one that a run did not read is absent. */
export const RunStructure = z.strictObject({
  listado: PageStructure.optional(),
  procedimiento: PageStructure.optional(),
  padron: PageStructure.optional(),
});
export type RunStructure = z.infer<typeof RunStructure>;
export type PageId = keyof RunStructure;

/** Gathers the form of pages over a run. */
export interface StructureCollector {
  /** @param url where the page was found in the end. */
  add(definition: PageDefinition, page: PageText, url: string): void;
  setListKind(kind: ListKind): void;
  structure(): RunStructure;
}

/** A label is a word or a few; what is longer is a text in the place of one, and no page's text is kept. */
const maxLabelLength = 60;
/** A portal that changed wholesale shows in far fewer. */
const maxUnknownLabels = 200;
const maxRoutes = 10;

interface Gathered {
  pages: number;
  /** With the pages that have it. */
  labels: Map<string, number>;
  unknown: Set<string>;
  missing: Map<string, number>;
  routes: Set<string>;
  strategies: Set<string>;
}

export function collectStructure(profile: PortalProfile): StructureCollector {
  const kinds = new Map<PageId, Gathered>();
  const folded = new Map<string, string>();
  const fold = (label: string): string => {
    const known = folded.get(label);
    if (known !== undefined) return known;
    const text = foldLabelText(label);
    // Pages repeat their labels thousands of times, and only a page that changed has many.
    if (folded.size < maxUnknownLabels * 5) folded.set(label, text);
    return text;
  };
  let listKind: ListKind | undefined;
  return {
    add: (definition, page, url) => {
      const kind = kinds.get(definition.id) ?? newKind();
      kinds.set(definition.id, kind);
      kind.pages += 1;
      if (kind.routes.size < maxRoutes) kind.routes.add(routeShape(url));
      if (page.strategy !== undefined) kind.strategies.add(page.strategy);
      const keyOf = (label: string) => findLabel(label, definition.id, profile)?.key;
      const labels = new Set(page.labels.map(fold).filter((label) => label !== ""));
      const keys = new Set([...labels].map(keyOf));
      const missing = Object.entries(definition.fields).filter(
        ([key, field]) => field.required && !keys.has(key),
      );
      for (const [key] of missing) kind.missing.set(key, (kind.missing.get(key) ?? 0) + 1);
      for (const label of labels) {
        const isKnown = keyOf(label) !== undefined;
        if (!isKnown && kind.unknown.size < maxUnknownLabels) kind.unknown.add(label);
        // The first row of a table without a header is read as labels, and may hold anything, a person's name too.
        if (!isKnown && (missing.length > 0 || !mayBeNamed(label, kind))) continue;
        kind.labels.set(label, (kind.labels.get(label) ?? 0) + 1);
      }
    },
    setListKind: (kind) => {
      listKind = kind;
    },
    structure: () =>
      RunStructure.parse(
        Object.fromEntries(
          [...kinds].map(([id, kind]) => [
            id,
            describe(kind, id === "listado" ? listKind : undefined),
          ]),
        ),
      ),
  };
}

/** Whether pages were found only where the profile says that they are; case and a slash at the end do not matter. */
export function hasDeclaredRoute(
  { routes }: Pick<PageStructure, "routes">,
  page: PageId,
  profile: PortalProfile,
): boolean {
  const json = page === "listado" ? profile.list.json : undefined;
  const declared = [profile.routes[page], ...(json ? [json.path] : [])];
  const bare = (route: string) => shapeOf(pathOf(route)).toLowerCase().replace(/\/$/, "");
  return routes.every((route) => declared.map(bare).includes(bare(route)));
}

/**
 * Optional fields for which the profile has labels and no page had one, though all that is required was there. What only leads to a record is
 * none.
 */
export function findAbsentFields(
  { labels, missing }: Pick<PageStructure, "labels" | "missing">,
  page: PageId,
  profile: PortalProfile,
): string[] {
  if (Object.keys(missing).length > 0) return [];
  const seen = new Set(labels.map((label) => findLabel(label, page, profile)?.key));
  return Object.entries(definitions[page].fields).flatMap(([key, field]) =>
    field.required || field.leads || seen.has(key) || !(key in profile.labels[page]) ? [] : [key],
  );
}

/** So many pages are enough to miss a label that nine in ten had. */
const fewPages = 3;

/**
 * What the pages of one kind look like to a run that read only some of them: what a few of the others had is not gone because these lack it.
 * Pages that lack what is required are taken as they are.
 *
 * @param before as they were when they were read before.
 */
export function addKnownForm(now: PageStructure, before: PageStructure): PageStructure {
  if (lostIn(now).length > 0) return now;
  const isKept = (label: string) =>
    now.labels.includes(label) || now.pages < fewPages || !before.usualLabels.includes(label);
  const known = {
    ...now,
    labels: unite(now.labels, before.labels.filter(isKept)),
    usualLabels: before.usualLabels.filter(isKept),
    routes: unite(now.routes, before.routes),
    strategies: unite(now.strategies, before.strategies),
  };
  return { ...known, fingerprint: fingerprintOf(known) };
}

function unite(some: readonly string[], others: readonly string[]): string[] {
  return [...new Set([...some, ...others])].sort();
}

function newKind(): Gathered {
  return {
    pages: 0,
    labels: new Map(),
    unknown: new Set(),
    missing: new Map(),
    routes: new Set(),
    strategies: new Set(),
  };
}

function mayBeNamed(label: string, { unknown }: Gathered): boolean {
  return label.length <= maxLabelLength && unknown.has(label);
}

/** `/consulta/Proveedores/12?pagina=3` → `/consulta/Proveedores/{id}`: nothing that may differ from page to page, or name a session. */
function routeShape(url: string): string {
  return shapeOf(new URL(url).pathname);
}

function shapeOf(path: string): string {
  return path
    .split("/")
    .map((part) => (/\d/.test(part) || part.length > maxLabelLength ? "{id}" : part))
    .join("/");
}

function describe(kind: Gathered, listKind: ListKind | undefined): PageStructure {
  const labels = [...kind.labels.keys()].sort();
  const missing = [...kind.missing].sort(([a], [b]) => (a < b ? -1 : 1));
  const form = {
    pages: kind.pages,
    labels,
    usualLabels: labels.filter((label) => (kind.labels.get(label) ?? 0) >= kind.pages * 0.9),
    unknownLabels: kind.unknown.size,
    missing: Object.fromEntries(missing),
    routes: [...kind.routes].sort(),
    strategies: [...kind.strategies].sort(),
    ...(listKind !== undefined && { listKind }),
  };
  return { ...form, fingerprint: fingerprintOf(form) };
}

/** Required fields that no page has. */
function lostIn({ missing, pages }: Pick<PageStructure, "missing" | "pages">): string[] {
  return Object.keys(missing).filter((key) => missing[key] === pages);
}

function fingerprintOf(structure: Omit<PageStructure, "fingerprint">): string {
  const { labels, routes, strategies, listKind = "" } = structure;
  const form = { labels, lost: lostIn(structure), routes, strategies, listKind };
  return hashJson(form).slice(0, 16);
}
