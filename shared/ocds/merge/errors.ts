/** Releases that cannot be merged. Each way in which they cannot is a class of its own. */
export class MergeError extends Error {
  override name = "MergeError";
}

/** A release is something other than a JSON object. */
export class NonObjectReleaseError extends MergeError {
  override name = "NonObjectReleaseError";
}

/** One of several releases has no `date`, so they have no order. */
export class MissingDateError extends MergeError {
  override name = "MissingDateError";
}

/** One of several releases has null for its `date`. */
export class NullDateError extends MergeError {
  override name = "NullDateError";
}

/** One of several releases has a `date` that is no string. */
export class NonStringDateError extends MergeError {
  override name = "NonStringDateError";
}

/** A field is an object in one release and a list or a literal in another; the message names its path. */
export class InconsistentTypeError extends MergeError {
  override name = "InconsistentTypeError";
}

/** A release schema from which merge rules cannot be read. */
export class MergeSchemaError extends MergeError {
  override name = "MergeSchemaError";
}
