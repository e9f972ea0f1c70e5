/** A page lacks what its definition requires. Thrown by the readers of `read-record.ts`; the caller keeps the page and reads no record from it. */
export class PageChangedError extends Error {
  override name = "PageChangedError";
}

/** A record that does not hold what its schema asks. Thrown by `read-record.ts`; the caller skips the record and reports it. */
export class InvalidRecordError extends Error {
  override name = "InvalidRecordError";
}
