/** What files are, by how they begin: an ending or a media type may say anything. */
type Form = "html" | "pdf" | "zip" | "ole" | "rar" | "7z" | "png" | "jpg" | "gif" | "tif";

/** Each byte a character. */
const signs: readonly [form: Form, start: string][] = [
  ["zip", "PK\u0003\u0004"],
  ["zip", "PK\u0005\u0006"],
  ["ole", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"],
  ["rar", "Rar!\u001a\u0007"],
  ["7z", "7z\u00bc\u00af\u0027\u001c"],
  ["png", "\u0089PNG\r\n"],
  ["jpg", "\u00ff\u00d8\u00ff"],
  ["gif", "GIF8"],
  ["tif", "II*\u0000"],
  ["tif", "MM\u0000*"],
];
const bom = "\u00ef\u00bb\u00bf";
const startOfPage =
  /^(?:\s|<!--[\s\S]*?-->|<\?xml[\s\S]*?\?>)*<(?:!doctype html|html|head|body)\b/i;
/** Some programs write something before the sign of a PDF; those that read it look in the first kilobyte. */
const pdfSignWithin = 1024;

interface Ending {
  /** Absent where such files begin in any way. */
  form?: Form;
  mediaType?: string;
}

const office = "application/vnd.openxmlformats-officedocument";
const oasis = "application/vnd.oasis.opendocument";

/** The endings that are kept, each with what such files are; of several with one media type, the first is given. */
const endings: Readonly<Record<string, Ending>> = {
  pdf: { form: "pdf", mediaType: "application/pdf" },
  docx: { form: "zip", mediaType: `${office}.wordprocessingml.document` },
  xlsx: { form: "zip", mediaType: `${office}.spreadsheetml.sheet` },
  pptx: { form: "zip", mediaType: `${office}.presentationml.presentation` },
  odt: { form: "zip", mediaType: `${oasis}.text` },
  ods: { form: "zip", mediaType: `${oasis}.spreadsheet` },
  zip: { form: "zip", mediaType: "application/zip" },
  doc: { form: "ole", mediaType: "application/msword" },
  xls: { form: "ole", mediaType: "application/vnd.ms-excel" },
  ppt: { form: "ole", mediaType: "application/vnd.ms-powerpoint" },
  rar: { form: "rar", mediaType: "application/vnd.rar" },
  "7z": { form: "7z", mediaType: "application/x-7z-compressed" },
  png: { form: "png", mediaType: "image/png" },
  jpg: { form: "jpg", mediaType: "image/jpeg" },
  jpeg: { form: "jpg" },
  gif: { form: "gif", mediaType: "image/gif" },
  tif: { form: "tif", mediaType: "image/tiff" },
  tiff: { form: "tif" },
  txt: { mediaType: "text/plain" },
  csv: { mediaType: "text/csv" },
  xml: { mediaType: "application/xml" },
  rtf: { mediaType: "application/rtf" },
  dwg: { mediaType: "image/vnd.dwg" },
};

/** The ending of a name where it is one that documents have: `BASES N-036-26.PDF` → `pdf`; of `ADQ-50.2024`, undefined. */
export function endingOf(name: string): string | undefined {
  const ending = /\.([a-z\d]{1,4})\s*$/i.exec(name)?.[1]?.toLowerCase();
  return ending !== undefined && Object.hasOwn(endings, ending) ? ending : undefined;
}

/** A name without such an ending. */
export function dropEnding(name: string): string {
  return endingOf(name) === undefined ? name : name.replace(/\.[^.]*$/, "");
}

/** The ending that files of a media type have, where it is one that documents have. */
export function endingOfMediaType(mediaType: string): string | undefined {
  return Object.keys(endings).find((ending) => endings[ending]?.mediaType === mediaType);
}

/** Whether a file is a web page, whatever it is said to be. */
export function isWebPage(bytes: Uint8Array): boolean {
  return formOf(bytes) === "html";
}

/**
 * The ending that a file gets: the first that is claimed and borne out by how the file begins; else the one that this alone tells, or `bin`.
 *
 * @param claimed by its media type and its names, the most trusted first.
 */
export function chooseEnding(
  bytes: Uint8Array,
  claimed: readonly (string | undefined)[],
): { ending: string; isAsClaimed: boolean } {
  const form = formOf(bytes);
  const known = claimed.filter((ending) => ending !== undefined);
  const borneOut = known.find((ending) => endings[ending]?.form === form);
  if (borneOut !== undefined) return { ending: borneOut, isAsClaimed: true };
  // Of a compound file, what is in it is not told by how it begins.
  const own = form === undefined || form === "ole" ? "bin" : form;
  return { ending: own, isAsClaimed: known.length === 0 };
}

function formOf(bytes: Uint8Array): Form | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 4096));
  const known = signs.find(([, sign]) => start.startsWith(sign));
  if (known) return known[0];
  if (startOfPage.test(start.startsWith(bom) ? start.slice(bom.length) : start)) return "html";
  return start.slice(0, pdfSignWithin).includes("%PDF-") ? "pdf" : undefined;
}
