import { openZip } from "../../../scraper/publish/xlsx/zip.ts";
import { packBytes } from "../../../scraper/publish/xlsx/zip-part.ts";
import { openTables } from "../../../scraper/sources/tables/open-tables.ts";
import type { Row, Sheet, TableLimits } from "../../../scraper/sources/tables/sheet.ts";

const office = "http://schemas.openxmlformats.org";
const xml = '<?xml version="1.0" encoding="UTF-8"?>';

/** A sheet of a made workbook: what stands between `<worksheet>` and its end. */
interface MadeSheet {
  name: string;
  state?: string;
  content: string;
}

/** A workbook from the XML of its parts, for what no library would write. `parts` adds further ones, or takes the place of a part. */
export async function makeWorkbook(
  sheets: readonly MadeSheet[],
  {
    sharedStrings = "",
    styles = "",
    workbookPr = "",
    parts = {},
  }: {
    sharedStrings?: string;
    styles?: string;
    workbookPr?: string;
    parts?: Readonly<Record<string, string | Buffer>>;
  } = {},
): Promise<Buffer> {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  const list = sheets.map(
    ({ name, state = "visible" }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" state="${state}" r:id="rId${at + 1}"/>`,
  );
  const targets = sheets.map((_, at) =>
    relation(`rId${at + 1}`, "worksheet", `worksheets/sheet${at + 1}.xml`),
  );
  return zip({
    "[Content_Types].xml": `${xml}<Types xmlns="${office}/package/2006/content-types"/>`,
    "_rels/.rels": `${xml}<Relationships>${relation("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `${xml}<workbook xmlns="${office}/spreadsheetml/2006/main" xmlns:r="${office}/officeDocument/2006/relationships"><workbookPr ${workbookPr}/><sheets>${list.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${xml}<Relationships>${targets.join("")}${relation("s", "sharedStrings", "sharedStrings.xml")}${relation("t", "styles", "/xl/styles.xml")}</Relationships>`,
    "xl/sharedStrings.xml": `${xml}<sst>${sharedStrings}</sst>`,
    "xl/styles.xml": `${xml}<styleSheet>${styles}</styleSheet>`,
    ...Object.fromEntries(
      sheets.map(({ content }, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `${xml}<worksheet>${content}</worksheet>`,
      ]),
    ),
    ...parts,
  });
}

export async function zip(parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  const writer = openZip({
    write: async (chunk) => {
      chunks.push(typeof chunk === "string" ? Buffer.from(chunk) : chunk);
    },
    close: () => Promise.reject(new Error("a workbook in memory is not closed")),
  });
  for (const [path, content] of Object.entries(parts)) {
    await writer.add(path, packBytes(Buffer.from(content)));
  }
  await writer.finish();
  return Buffer.concat(chunks);
}

/** Texts at places of a page, in points from its upper left corner. */
export type MadePage = readonly { x: number; y: number; text: string }[];

/** A PDF of 612 by 792 points in Helvetica of 9 points; a page that is "picture" shows a picture and no text. */
export function makePdf(pages: readonly (MadePage | "picture")[]): Buffer {
  const quote = (text: string) => text.replace(/[\\()]/g, "\\$&");
  const contents = pages.map((page) =>
    page === "picture"
      ? "q 600 0 0 700 6 6 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \u00ff EI Q"
      : page
          .map(({ x, y, text }) => `BT /F1 9 Tf ${x} ${792 - y} Td (${quote(text)}) Tj ET`)
          .join("\n"),
  );
  const kids = pages.map((_, at) => `${4 + at * 2} 0 R`);
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids.join(" ")}] /Count ${pages.length} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ...contents.flatMap((content, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${5 + at * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  let body = "%PDF-1.4\n";
  const offsets = objects.map((object, at) => {
    const offset = body.length;
    body += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const size = objects.length + 1;
  return Buffer.from(
    `${body}xref\n0 ${size}\n0000000000 65535 f \n${offsets.join("")}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`,
    "latin1",
  );
}

export function openMade(bytes: Uint8Array | string, limits?: TableLimits): Promise<Sheet[]> {
  return openTables({ name: "tabla", bytes: Buffer.from(bytes) }, limits);
}

/** Every table of a file, read to its end. */
export async function readAll(
  bytes: Uint8Array | string,
  limits?: TableLimits,
): Promise<{ name: string; isHidden: boolean; rows: Row[] }[]> {
  const sheets = [];
  for (const { name, isHidden, rows } of await openMade(bytes, limits)) {
    const read: Row[] = [];
    for await (const row of rows()) read.push(row);
    sheets.push({ name, isHidden, rows: read });
  }
  return sheets;
}

/** The cells of a file's only table. */
export async function readCells(bytes: Uint8Array | string, limits?: TableLimits) {
  const [sheet] = await readAll(bytes, limits);
  return sheet?.rows.map(({ cells }) => cells);
}
