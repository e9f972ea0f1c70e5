import { feedPaths } from "../../../shared/feed/paths.ts";
import type { PublishedPath } from "./published-path.ts";

const json = "application/json";
const jsonLines = "application/jsonl";
const gzip = "application/gzip";
const csv = "text/csv";
const parquet = "application/vnd.apache.parquet";

const release = { schema: "Release", explainedBy: { section: "entrega" } } as const;
const compiled = { schema: "CompiledRelease", explainedBy: { section: "entrega" } } as const;
const procedures = { dataSet: "procedimientos" } as const;

/** The paths that hold the data. */
export const dataPaths: readonly PublishedPath[] = [
  {
    template: feedPaths.releases("{year}"),
    about: "Todas las entregas (releases) OCDS con fecha en ese año, una por línea.",
    mediaType: jsonLines,
    ...release,
    ...procedures,
  },
  {
    template: `${feedPaths.releases("{year}")}.gz`,
    about: "Todas las entregas (releases) OCDS con fecha en ese año, una por línea, comprimidas.",
    mediaType: gzip,
    ...release,
    ...procedures,
  },
  {
    template: feedPaths.compiled,
    about: "El estado actual de todos los procedimientos (compiled releases), uno por línea.",
    mediaType: gzip,
    ...compiled,
    ...procedures,
  },
  {
    template: feedPaths.compiledOfYear("{year}"),
    about:
      "El estado actual de los procedimientos cuya última entrega es de ese año, uno por línea.",
    mediaType: gzip,
    ...compiled,
    ...procedures,
  },
  {
    template: feedPaths.compiledUndated,
    about:
      "El estado actual de los procedimientos sin fecha; está vacío, porque toda entrega tiene fecha.",
    mediaType: gzip,
    ...compiled,
    ...procedures,
  },
  {
    template: feedPaths.releasePackage("{year}"),
    about: "Un paquete con todas las entregas con fecha en ese año.",
    mediaType: json,
    schema: "ReleasePackage",
    explainedBy: { section: "paquete" },
    ...procedures,
  },
  {
    template: feedPaths.recordPackage("{year}"),
    about:
      "Un paquete de registros: los procedimientos cuya última entrega es de ese año, con su historia y su estado actual.",
    mediaType: json,
    schema: "RecordPackage",
    explainedBy: { section: "paquete" },
    ...procedures,
  },
  {
    template: feedPaths.tendersCsv,
    about: "Todos los procedimientos, uno por fila, para hoja de cálculo.",
    mediaType: csv,
    ...procedures,
  },
  {
    template: feedPaths.awardsCsv,
    about:
      "Quién ganó según los informes trimestrales: todas las adjudicaciones, una por fila, para hoja de cálculo.",
    mediaType: csv,
    ...procedures,
  },
  {
    template: feedPaths.tendersXlsx,
    about: "Procedimientos, documentos, cambios y proveedores en un libro de Excel.",
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ...procedures,
  },
  {
    template: feedPaths.tendersParquet,
    about: "Todos los procedimientos, uno por fila, con tipos, para análisis.",
    mediaType: parquet,
    ...procedures,
  },
  {
    template: feedPaths.documentsParquet,
    about: "Todos los anexos, uno por fila, con tipos, para análisis.",
    mediaType: parquet,
    ...procedures,
  },
  {
    template: feedPaths.database,
    about:
      "Todo en una base SQLite, con búsqueda de texto y vistas que responden las preguntas usuales.",
    mediaType: "application/vnd.sqlite3",
    ...procedures,
  },
  {
    template: feedPaths.evidence,
    about:
      "De dónde viene cada dato: páginas leídas, huellas (SHA-256) y desapariciones, un procedimiento por línea.",
    mediaType: gzip,
    schema: "ProcedureEvidence",
    explainedBy: { section: "evidencia" },
    dataSet: "evidencia",
  },
  {
    template: feedPaths.changesIndex,
    about: "Qué cambios hay y cómo ponerse al día con ellos.",
    mediaType: json,
    schema: "ChangesIndex",
    explainedBy: { section: "cambios-indice" },
    dataSet: "cambios",
  },
  {
    template: feedPaths.changes("{date}"),
    about: "Los cambios que se conocieron ese día, uno por línea.",
    mediaType: jsonLines,
    schema: "ChangeLine",
    explainedBy: { section: "cambios" },
    dataSet: "cambios",
  },
  {
    template: feedPaths.edcaYears,
    about: "Los años publicados, como los pide Kingfisher Collect.",
    mediaType: json,
    schema: "EdcaYears",
    explainedBy: { section: "edca" },
  },
  {
    template: feedPaths.edcaProcesses("{year}"),
    about: "Las entregas de los procedimientos de ese año, como las pide Kingfisher Collect.",
    mediaType: json,
    schema: "EdcaProcesses",
    explainedBy: { section: "edca" },
  },
  {
    template: feedPaths.suppliersJson,
    about: "El padrón de proveedores.",
    mediaType: json,
    schema: "SupplierList",
    explainedBy: { section: "proveedor" },
    dataSet: "padron",
  },
  {
    template: feedPaths.suppliersCsv,
    about: "El padrón de proveedores, uno por fila, para hoja de cálculo.",
    mediaType: csv,
    dataSet: "padron",
  },
  {
    template: feedPaths.supplierChanges,
    about: "Las altas, bajas y cambios del padrón, uno por línea.",
    mediaType: jsonLines,
    schema: "RegistryChange",
    explainedBy: { section: "padron-cambios" },
    dataSet: "padron",
  },
  {
    template: feedPaths.supplierProfilesIndex,
    about: "De cuántos procedimientos se sabe quién participó y ganó, y dónde está cada proveedor.",
    mediaType: json,
    schema: "SupplierProfiles",
    explainedBy: { section: "proveedores" },
    dataSet: "padron",
  },
  {
    template: feedPaths.supplierProfiles("{shard}"),
    about: "En qué participaron y qué ganaron algunos proveedores.",
    mediaType: json,
    schema: "SupplierProfileList",
    explainedBy: { section: "ficha-proveedor" },
    dataSet: "padron",
  },
  {
    template: feedPaths.supplierProfilesCsv,
    about: "En qué participó y qué ganó cada proveedor, uno por fila, para hoja de cálculo.",
    mediaType: csv,
    dataSet: "padron",
  },
  {
    template: feedPaths.buyerProfilesIndex,
    about:
      "De cuántos procedimientos se sabe quién participó y ganó, y dónde está cada unidad compradora.",
    mediaType: json,
    schema: "BuyerProfiles",
    explainedBy: { section: "compradores" },
    ...procedures,
  },
  {
    template: feedPaths.buyerProfiles("{shard}"),
    about: "Qué adjudicaron algunas unidades compradoras, y a quién.",
    mediaType: json,
    schema: "BuyerProfileList",
    explainedBy: { section: "comprador" },
    ...procedures,
  },
];
