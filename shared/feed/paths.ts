/** Where each published file lies, from the feed's root: the writers and the readers of the feed both ask here. */
export const feedPaths = {
  index: "index.json",
  releases: (year: string) => `releases/${year}.jsonl`,
  compiled: "full.jsonl.gz",
  compiledOfYear: (year: string) => `${year}.jsonl.gz`,
  releasePackage: (year: string) => `packages/releases-${year}.json`,
  recordPackage: (year: string) => `packages/records-${year}.json`,
  edcaYears: "edca/fiscalYears",
  edcaProcesses: (year: string) => `edca/contractingprocess/${year}`,
  tendersCsv: "licitaciones.csv",
  suppliersJson: "padron/padron.json",
  suppliersCsv: "padron/padron.csv",
  extensionManifest: "extension/index.json",
  extensionIndex: (hash: string) => `extension/index-${hash}.json.gz`,
} as const;
