import type { documentTypes } from "../ocds/codelists.ts";
import { hashJson } from "../values/hash.ts";
import { slugify } from "../values/text.ts";
import { dropEnding } from "./file-form.ts";

type DocumentType = (typeof documentTypes)[number];

/** Types of OCDS → folders. Those that the mapping gives; of any other type, and of none, the folder is `otros`. */
const folders: Readonly<Partial<Record<DocumentType, string>>> = {
  tenderNotice: "convocatoria",
  biddingDocuments: "bases",
  clarifications: "junta-de-aclaraciones",
  openingOfProposals: "apertura",
  evaluationReports: "dictamen",
  awardNotice: "fallo",
  contractDraft: "modelo-de-contrato",
  contractSigned: "contrato",
  contractAnnexe: "anexo-o-convenio",
};

/** With folders and an ending before and after it, a path stays far below the 260 characters of Windows. */
const longestName = 80;

/** What Windows takes for a device, whatever ending follows. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/;

interface NamedDocument {
  /** Unique among those that are named together, such as `anexo-37516`. */
  id: string;
  title?: string | undefined;
  type?: DocumentType | undefined;
}

/**
 * Where each document of a procedure lies in its folder, by its id, without the ending, which depends on what is downloaded:
 * `BASES N-036-26.pdf` → `bases/bases-n-036-26`. Lower-case ASCII letters, digits and hyphens alone, so that a name holds on
 * every system, and none leads out of its folder. Of those that would be called the same, endings apart, the one with the lowest id has the plain
 * name, and the portal's number follows the others': a document that comes later leaves the names of the earlier ones as they are.
 */
export function nameDocuments(documents: readonly NamedDocument[]): Map<string, string> {
  const paths = new Map<string, string>();
  const taken = new Set<string>();
  for (const { id, title = "", type } of [...documents].sort(byNumber)) {
    const folder = (type && folders[type]) ?? "otros";
    const plain = shorten(slugify(dropEnding(title))) || "documento";
    const number = shorten(slugify(id.replace(/^anexo-/, ""))) || hashJson(id).slice(0, 16);
    const path = [plain, `${plain}-${number}`, `${plain}-${hashJson(id).slice(0, 16)}`]
      .filter((name) => !reserved.test(name))
      .map((name) => `${folder}/${name}`)
      .find((each) => !taken.has(each));
    // Two ids of one hash: there are none.
    if (path === undefined) throw new RangeError(`two documents have the id ${id}`);
    taken.add(path);
    paths.set(id, path);
  }
  return paths;
}

/** The folder of a procedure, and the name of its ZIP: its ocid, or the portal's number where nobody has published it. */
export function folderOfProcedure({ ocid, id }: { ocid?: string; id: string }): string {
  return shorten(slugify(ocid ?? "")) || `durango-${slugify(id)}`;
}

/** Numbers by their size, and whatever else there is in some order that stays. */
function byNumber({ id: a }: NamedDocument, { id: b }: NamedDocument): number {
  return a.length - b.length || (a < b ? -1 : Number(a > b));
}

function shorten(slug: string): string {
  return slug.slice(0, longestName).replace(/-$/, "");
}
