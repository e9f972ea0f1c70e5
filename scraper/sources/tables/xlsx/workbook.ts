import { posix } from "node:path";
import { isDateFormat } from "hucre";
import { readWholeXml } from "./xml-events.ts";
import type { ZipParts } from "./zip-parts.ts";

/** What a workbook says of itself, before its sheets are read. */
export interface Workbook {
  sheets: { name: string; isHidden: boolean; path: string }[];
  /** Whether its days count from 1904, as on old Macintoshes. */
  is1904: boolean;
  sharedStringsPath: string | undefined;
  stylesPath: string | undefined;
}

/** Undefined where the zip holds no workbook of XML. Chart sheets and macros are left out. */
export async function readWorkbook(parts: ZipParts): Promise<Workbook | undefined> {
  const roots = parts.has("_rels/.rels") ? await readRelations(parts, "") : [];
  const path = roots.find(({ type }) => type === "officeDocument")?.path;
  if (path === undefined || !path.endsWith(".xml") || !parts.has(path)) return undefined;
  const relations = await readRelations(parts, path);
  const pathOf = (wanted: string) => relations.find(({ type }) => type === wanted)?.path;
  const found = { isWorkbook: false, is1904: false, sheets: [] as Workbook["sheets"] };
  await readWholeXml(parts.read(path), {
    open: (name, attributes) => {
      if (name === "workbook") found.isWorkbook = true;
      if (name === "workbookPr") found.is1904 = /^(1|true)$/.test(attributes.date1904 ?? "");
      if (name !== "sheet") return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1];
      const sheet = relations.find((each) => each.id === id && each.type === "worksheet");
      if (sheet === undefined) return;
      const isHidden = /hidden/i.test(attributes.state ?? "");
      found.sheets.push({ name: attributes.name ?? "", isHidden, path: sheet.path });
    },
  });
  if (!found.isWorkbook) return undefined;
  return {
    sheets: found.sheets,
    is1904: found.is1904,
    sharedStringsPath: pathOf("sharedStrings"),
    stylesPath: pathOf("styles"),
  };
}

interface Relation {
  id: string;
  /** The last word of its type: `worksheet`. */
  type: string;
  path: string;
}

/** What a part refers to; `source` is its path, "" for the package itself. */
async function readRelations(parts: ZipParts, source: string): Promise<Relation[]> {
  const folder = posix.dirname(source);
  const relations: Relation[] = [];
  await readWholeXml(parts.read(posix.join(folder, "_rels", `${posix.basename(source)}.rels`)), {
    open: (name, { Id: id = "", Type: type = "", Target: target = "" }) => {
      if (name !== "Relationship") return;
      const path = posix.join(target.startsWith("/") ? "" : folder, target).replace(/^\//, "");
      relations.push({ id, type: type.slice(type.lastIndexOf("/") + 1), path });
    },
  });
  return relations;
}

/** For each style of the workbook, by its number, whether it shows a number as a date. */
export async function readDateStyles(
  parts: ZipParts,
  path: string | undefined,
): Promise<boolean[]> {
  if (path === undefined) return [];
  const formats = new Map<string, string>();
  const styles: boolean[] = [];
  let isInStyles = false;
  await readWholeXml(parts.read(path), {
    open: (name, { numFmtId = "", formatCode = "" }) => {
      if (name === "numFmt") formats.set(numFmtId, formatCode);
      if (name === "cellXfs") isInStyles = true;
      if (name === "xf" && isInStyles) styles.push(isDateFormat(formats.get(numFmtId) ?? numFmtId));
    },
    close: (name) => {
      if (name === "cellXfs") isInStyles = false;
    },
  });
  return styles;
}

/** The texts that cells refer to by number, without the readings (furigana) beside them. */
export async function readSharedStrings(
  parts: ZipParts,
  path: string | undefined,
): Promise<string[]> {
  if (path === undefined || !parts.has(path)) return [];
  const strings: string[] = [];
  let isText = false;
  let isReading = false;
  let text = "";
  await readWholeXml(parts.read(path), {
    open: (name) => {
      if (name === "si") text = "";
      if (name === "rPh") isReading = true;
      isText = name === "t" && !isReading;
    },
    text: (piece) => {
      if (isText) text += piece;
    },
    close: (name) => {
      if (name === "si") strings.push(text);
      if (name === "rPh") isReading = false;
      isText = false;
    },
  });
  return strings;
}
