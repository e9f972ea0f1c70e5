/** The place of an answer in an archive. */
export interface ArchiveRef {
  /** From the archive's folder, with `/`: `2026/20261123T063000Z-1c9f0a52.warc.gz`. */
  file: string;
  /** The record's WARC-Record-ID, without its brackets: `urn:uuid:…`. */
  recordId: string;
}
