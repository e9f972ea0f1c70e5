/** A page lacks what its definition requires. Thrown by the readers of `read-record.ts`; the caller keeps the page and reads no record from it. */
export class PageChangedError extends Error {
  override name = "PageChangedError";
}

/** Dates of a page can only be of the other order of day and month than its profile declares. Thrown and treated as `PageChangedError`; a run stops at it. */
export class DateOrderError extends PageChangedError {
  override name = "DateOrderError";
}

/** A record that does not hold what its schema asks. Thrown by `read-record.ts`; the caller skips the record and reports it. */
export class InvalidRecordError extends Error {
  override name = "InvalidRecordError";
}
