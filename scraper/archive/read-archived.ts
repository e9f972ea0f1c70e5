import path from "node:path";
import type { Answer } from "../crawl/answer.ts";
import { StopRunError } from "../errors.ts";
import { damagedArchive } from "./archive-file.ts";
import type { ArchiveRef } from "./archive-ref.ts";
import { checkFile } from "./check-archive.ts";
import type { Location } from "./location.ts";
import { readAnswer } from "./read-answer.ts";

/**
 * The answer of the portal that a reference names. The whole file has been compared with its digests; the body is absent where only its
 * headers were kept.
 *
 * Throws `StopRunError` that names the file and the record where it is not there, or not as it was written.
 */
export async function readArchived(folder: string, ref: ArchiveRef): Promise<Answer> {
  let place: Location | undefined;
  const { faults } = await checkFile(folder, ref.file, (record) => {
    if (record.id === ref.recordId) place = { file: record.file, offset: record.offset };
  });
  // Digests cover a body and its headers; its address and its instant are covered by that of the whole file.
  const fault = faults.find(({ recordId }) => recordId === ref.recordId) ?? faults[0];
  if (fault) throw damagedArchive(folder, fault, faults.length - 1);
  if (place) return readAnswer(folder, place, ref.recordId);
  throw new StopRunError(
    `${path.join(folder, ref.file)}: there is no record ${ref.recordId}. Put the file back that was there when the store was filled.`,
  );
}
