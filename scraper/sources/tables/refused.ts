/** A kind of file that is known and not read, with what to do instead. */
export interface RefusedKind {
  recognises(bytes: Uint8Array): boolean;
  reason: string;
}

/** Files that hold no table we read, by what they begin with; asked before the formats that are read. */
export const refusedKinds: readonly RefusedKind[] = [
  {
    recognises: (bytes) => isOle(bytes) && includes(bytes, utf16("EncryptedPackage")),
    reason:
      "the workbook is protected by a password. Open it, take the password off, save it and import it again.",
  },
  {
    recognises: isOle,
    reason:
      "it is a workbook or document of Office 97 to 2003 (.xls). Open it, save it as .xlsx and import it again.",
  },
  {
    recognises: (bytes) =>
      startsWith(bytes, "PK\u0003\u0004") &&
      includes(bytes.subarray(0, 100), latin("application/vnd.oasis")),
    reason:
      "it is an OpenDocument file (.ods). Open it, save it as .xlsx or CSV and import it again.",
  },
  {
    recognises: (bytes) =>
      includes(bytes.subarray(0, 1000), latin("urn:schemas-microsoft-com:office:spreadsheet")),
    reason: "it is an XML Spreadsheet of 2003. Open it, save it as .xlsx and import it again.",
  },
  {
    recognises: (bytes) =>
      ["\u001f\u008b", "Rar!", "7z\u00bc\u00af", "\u0089PNG", "\u00ff\u00d8\u00ff", "{\\rtf"].some(
        (magic) => startsWith(bytes, magic),
      ),
    reason:
      "it is an archive, a picture or a text document, and no table. Import the table itself as .xlsx, CSV, HTML or PDF.",
  },
];

/** Whether a file begins with these characters, each a byte. */
export function startsWith(bytes: Uint8Array, magic: string): boolean {
  return [...magic].every((char, index) => bytes[index] === char.charCodeAt(0));
}

function isOle(bytes: Uint8Array): boolean {
  return startsWith(bytes, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1");
}

function includes(bytes: Uint8Array, part: Buffer): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(part);
}

const latin = (text: string): Buffer => Buffer.from(text, "latin1");
const utf16 = (text: string): Buffer => Buffer.from(text, "utf16le");
