import { type DocumentKind, type DocumentPart, splitDocument } from "./document-kind.ts";
import { type Fault, faultPath } from "./fault.ts";
import { officialSchemaCheck } from "./official-schema.ts";
import { checkByModel } from "./own-model.ts";
import { readDocuments } from "./read-documents.ts";

/** A package, record or release that was checked, or a file or line that holds none, which is a fault. */
export interface CheckedDocument {
  file: string;
  isDocument: boolean;
  faults: Fault[];
}

/** Lists the faults of a document, with paths inside it. */
export type Check = (kind: DocumentKind, value: unknown) => Fault[];

/**
 * Checks OCDS files one document after the other: release and record packages, records, single and compiled releases, lists of
 * these, JSON Lines, and the wrapper of Mexico's EDCA services, gzipped or not. By the official schemas where `schemaDir` names
 * their folder, else by the project's model. A file that cannot be read, or holds something else, is a fault of that file.
 *
 * Throws `StopRunError` where the folder of schemas cannot be used.
 */
export async function* validateFiles(
  files: readonly string[],
  options: { schemaDir?: string | undefined },
): AsyncGenerator<CheckedDocument> {
  const check =
    options.schemaDir === undefined ? checkByModel : officialSchemaCheck(options.schemaDir);
  for (const file of files) {
    for await (const { steps, document, fault } of readDocuments(file)) {
      if (fault === undefined) {
        for (const part of splitDocument(document, steps)) yield checkPart(file, part, check);
      } else {
        const path = faultPath(steps);
        yield { file, isDocument: false, faults: [{ path, message: fault }] };
      }
    }
  }
}

function checkPart(
  file: string,
  { kind, steps, value }: DocumentPart,
  check: Check,
): CheckedDocument {
  if (kind === undefined) {
    const message =
      "is no OCDS. Give a release package, a record package, records, releases, or JSON Lines of these.";
    return { file, isDocument: false, faults: [{ path: faultPath(steps), message }] };
  }
  const faults = checkDeep(kind, value, check);
  return {
    file,
    isDocument: true,
    faults: steps.length === 0 ? faults : faults.map((fault) => within(steps, fault)),
  };
}

function checkDeep(kind: DocumentKind, value: unknown, check: Check): Fault[] {
  try {
    return check(kind, value);
  } catch (error) {
    // V8's word for a stack that has run full.
    if (!(error instanceof RangeError)) throw error;
    return [{ path: faultPath([]), message: "is nested too deeply to be checked." }];
  }
}

function within(steps: readonly (string | number)[], { path, message }: Fault): Fault {
  const root = faultPath([]);
  return { path: path === root ? faultPath(steps) : `${faultPath(steps)}/${path}`, message };
}
