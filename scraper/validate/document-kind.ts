import { isObject } from "./merge-patch.ts";

/** What an OCDS file can hold. */
export type DocumentKind =
  | "releasePackage"
  | "recordPackage"
  | "record"
  | "compiledRelease"
  | "release";

/** A part of a document that is a whole of its own, with the steps that lead to it. */
export interface DocumentPart {
  /** Undefined for what is no OCDS. */
  kind: DocumentKind | undefined;
  steps: (string | number)[];
  value: unknown;
}

/**
 * The packages, records and releases in a document: itself, the items of a list, or the packages in the wrapper of Mexico's EDCA
 * services (`arrayReleasePackage`). A list without items is a part without a kind.
 */
export function splitDocument(document: unknown, steps: (string | number)[] = []): DocumentPart[] {
  if (isObject(document) && Array.isArray(document.arrayReleasePackage)) {
    return splitDocument(document.arrayReleasePackage, [...steps, "arrayReleasePackage"]);
  }
  if (!Array.isArray(document) || document.length === 0) {
    return [{ kind: kindOf(document), steps, value: document }];
  }
  return document.map((item, index) => ({
    kind: kindOf(item),
    steps: [...steps, index],
    value: item,
  }));
}

function kindOf(value: unknown): DocumentKind | undefined {
  if (!isObject(value)) return undefined;
  if ("records" in value) return "recordPackage";
  // A record has releases as a package has, and what they were merged into.
  const isRecord = "ocid" in value || "compiledRelease" in value || "versionedRelease" in value;
  if (isRecord && !("tag" in value) && !("date" in value)) return "record";
  if ("releases" in value) return "releasePackage";
  if (!("ocid" in value || "tag" in value)) return undefined;
  return Array.isArray(value.tag) && value.tag.includes("compiled") ? "compiledRelease" : "release";
}
