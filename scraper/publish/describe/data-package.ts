import { type FeedFile, feedSchemaVersion } from "../../../shared/feed/index-schema.ts";
import { feedPaths } from "../../../shared/feed/paths.ts";
import { categoryWords, methodWords, statusWords } from "../../../shared/mapping/spanish-words.ts";
import { awardColumns } from "../award-rows.ts";
import type { FeedFacts } from "../feed-facts.ts";
import { profileColumns } from "../profile-columns.ts";
import { feedLicense, type Publication } from "../publication.ts";
import { supplierColumns } from "../supplier-columns.ts";
import { personTypeWords, registryStatusWords, situation69bWords } from "../table-words.ts";
import { tenderColumns } from "../tender-columns.ts";
import type { License } from "./published-path.ts";
import { matchPath } from "./published-paths.ts";
import { type FieldRules, tableSchema } from "./table-schema.ts";

/** `datapackage.json`: the files of the feed as a Frictionless Data Package (v1), the CSV files with their columns. */
export async function writeDataPackage(
  { draft, identity, profile, baseUrl, notice }: Publication,
  { lastReleaseAt, lastCursor }: FeedFacts,
): Promise<void> {
  const descriptor = {
    profile: "data-package",
    name: "compras-abiertas-durango",
    id: baseUrl,
    title: "Compras Abiertas Durango",
    description: notice,
    homepage: baseUrl,
    // The middle number counts what was added: releases.
    version: `${feedSchemaVersion}.${lastCursor}.0`,
    created: lastReleaseAt,
    licenses: [
      describeLicense({
        name: "CC-BY-4.0",
        url: feedLicense,
        title: "Creative Commons Atribución 4.0 Internacional",
      }),
    ],
    sources: [{ title: profile.name, path: identity.portalUrl }],
    contributors: [{ title: "Compras Abiertas Durango", role: "publisher" }],
    keywords: [
      "contrataciones",
      "licitaciones",
      "compras públicas",
      profile.jurisdiction.name,
      "México",
      "OCDS",
    ],
    resources: draft.files().map(describeResource),
  };
  await draft.put(
    feedPaths.dataPackage,
    { title: "Archivos y columnas como paquete de datos", mediaType: "application/json" },
    `${JSON.stringify(descriptor, undefined, 2)}\n`,
  );
}

const sha256 = "^[0-9a-f]{64}$";

const tenderRules: Readonly<Record<string, FieldRules>> = {
  OCID: { constraints: { required: true, unique: true } },
  "Id del portal": { constraints: { required: true, unique: true, pattern: "^\\d+$" } },
  "Método OCDS": { constraints: { enum: Object.values(methodWords) } },
  "Categoría OCDS": { constraints: { enum: Object.values(categoryWords) } },
  "Estado OCDS": { constraints: { enum: Object.values(statusWords) } },
  Anexos: { constraints: { required: true, minimum: 0 } },
  "Página en el portal": { format: "uri", constraints: { required: true } },
  "Vista por primera vez": { constraints: { required: true } },
  "Último cambio": { constraints: { required: true } },
  "Enlace permanente": { format: "uri", constraints: { required: true } },
  "Huella (SHA-256)": { constraints: { required: true, pattern: sha256 } },
};

const awardRules: Readonly<Record<string, FieldRules>> = {
  OCID: { constraints: { required: true } },
  "Id de la adjudicación": { constraints: { required: true } },
  "Método OCDS": { constraints: { enum: Object.values(methodWords) } },
  "Monto con impuestos": { constraints: { minimum: 0 } },
  "En el portal": { constraints: { required: true, enum: ["Sí", "No"] } },
};

const supplierRules: Readonly<Record<string, FieldRules>> = {
  "Nombre o razón social": { constraints: { required: true } },
  "Tipo de persona": { constraints: { enum: Object.values(personTypeWords) } },
  "Clave del municipio": { constraints: { pattern: "^10\\d{3}$" } },
  Estatus: { constraints: { enum: Object.values(registryStatusWords) } },
  Fuente: { constraints: { required: true } },
  "Situación 69-B (SAT)": { constraints: { enum: Object.values(situation69bWords) } },
};

const profileRules: Readonly<Record<string, FieldRules>> = {
  "Proveedor (id)": { constraints: { required: true, unique: true } },
  "Nombre o razón social": { constraints: { required: true } },
  "Situación 69-B (SAT)": { constraints: { enum: Object.values(situation69bWords) } },
};

/** The tables in CSV, by path: `csvHeading` and `csvRow` write them. */
const tables: Readonly<Record<string, object>> = {
  [feedPaths.tendersCsv]: {
    ...tableSchema(tenderColumns, tenderRules),
    primaryKey: "OCID",
  },
  [feedPaths.awardsCsv]: {
    ...tableSchema(awardColumns, awardRules),
    primaryKey: ["OCID", "Id de la adjudicación"],
  },
  [feedPaths.suppliersCsv]: tableSchema(supplierColumns, supplierRules),
  [feedPaths.supplierProfilesCsv]: {
    ...tableSchema(profileColumns, profileRules),
    primaryKey: "Proveedor (id)",
  },
};

const dialect = {
  delimiter: ",",
  lineTerminator: "\r\n",
  quoteChar: '"',
  doubleQuote: true,
  header: true,
};

function describeResource({ path, title, mediaType, bytes, sha256: hash }: FeedFile): object {
  const [row] = matchPath(path);
  const schema = tables[path];
  return {
    profile: schema ? "tabular-data-resource" : "data-resource",
    name: resourceName(path),
    title,
    ...(row && { description: row.about }),
    ...(row?.license && { licenses: [describeLicense(row.license)] }),
    path,
    ...formatOf(path),
    mediatype: mediaType,
    ...(isText(mediaType) && { encoding: "utf-8" }),
    bytes,
    hash: `sha256:${hash}`,
    ...(schema && { dialect, schema }),
  };
}

function describeLicense({ name, url, title }: License): object {
  return { name, path: url, title };
}

/** Lower case, digits, `-`, `_`, `.` and `/` are what a name may hold: `edca/fiscalYears` → `edca/fiscalyears`. */
function resourceName(path: string): string {
  return path.toLowerCase().replace(/[^a-z0-9._/-]/g, "-");
}

/** The extension, such as `jsonl.gz`; none for the addresses of a service. */
function formatOf(path: string): { format?: string } {
  const format = /\.((?:[a-z0-9]+\.)?[a-z0-9]+)$/.exec(path)?.[1];
  return format === undefined ? {} : { format };
}

function isText(mediaType: string): boolean {
  return /^text\/|json|xml/.test(mediaType);
}
