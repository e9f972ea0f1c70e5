import { getDocumentProxy, getResolvedPDFJS } from "unpdf";
import { describeError } from "../../../errors.ts";
import { textCell } from "../cell.ts";
import { layOutRows, type TextPiece } from "../pdf/lay-out.ts";
import { startsWith } from "../refused.ts";
import {
  noColumns,
  type Sheet,
  type SourceFile,
  type TableFormat,
  type TableLimits,
} from "../sheet.ts";
import { UnreadableTableError } from "../table-error.ts";

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;
type PdfPage = Awaited<ReturnType<PdfDocument["getPage"]>>;

/** A table in a PDF of text, over all of its pages. One sheet without a name; its rows are numbered from the first page's first line on. */
export const pdf: TableFormat = {
  name: "PDF",
  recognises: (bytes) => startsWith(bytes, "%PDF-"),
  open: async (file, limits) => {
    const document = await openDocument(file, limits);
    try {
      return [sheetOf(layOutRows(await readPages(document, file)))];
    } finally {
      await document.loadingTask.destroy();
    }
  },
};

async function openDocument(file: SourceFile, limits: TableLimits): Promise<PdfDocument> {
  let document: PdfDocument;
  try {
    // A copy, since the library takes the bytes away.
    document = await getDocumentProxy(new Uint8Array(file.bytes), { verbosity: 0 });
  } catch (cause) {
    const isLocked = cause instanceof Error && cause.name === "PasswordException";
    const reason = isLocked
      ? "the PDF is protected by a password. Save it without one and import it again."
      : `the PDF is damaged (${describeError(cause)}). Download it again.`;
    throw new UnreadableTableError(file, reason, { cause });
  }
  if (document.numPages <= limits.pages) return document;
  await document.loadingTask.destroy();
  throw new UnreadableTableError(
    file,
    `the PDF has more than ${limits.pages} pages. Split it and import its parts.`,
  );
}

async function readPages(document: PdfDocument, file: SourceFile): Promise<TextPiece[][]> {
  const pages: TextPiece[][] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const pieces = await readPieces(page);
    if (pieces.length === 0 && (await hasPicture(page))) {
      throw new UnreadableTableError(
        file,
        `the PDF holds pictures of pages and no text, as scanners make them (page ${number}). Ask for the table as a spreadsheet, or have its text recognised (OCR) and checked, and import that.`,
      );
    }
    pages.push(pieces);
    page.cleanup();
  }
  if (pages.every((pieces) => pieces.length === 0)) {
    throw new UnreadableTableError(
      file,
      "the PDF holds no text. Ask for the table as a spreadsheet.",
    );
  }
  return pages;
}

async function readPieces(page: PdfPage): Promise<TextPiece[]> {
  const viewport = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  return items.flatMap((item) => {
    if (!("str" in item) || item.str.trim() === "") return [];
    const [, , , , x, y] = item.transform as number[];
    // What the viewport turns is a point of two numbers.
    const [left = 0, baseline = 0] = viewport.convertToViewportPoint(x ?? 0, y ?? 0) as number[];
    return [{ text: item.str, left, baseline, width: item.width, height: item.height || 1 }];
  });
}

async function hasPicture(page: PdfPage): Promise<boolean> {
  const { OPS } = await getResolvedPDFJS();
  const { fnArray } = await page.getOperatorList();
  const pictures = new Set([
    OPS.paintImageXObject,
    OPS.paintInlineImageXObject,
    OPS.paintImageMaskXObject,
  ]);
  return fnArray.some((operation) => pictures.has(operation));
}

function sheetOf(rows: readonly (readonly string[])[]): Sheet {
  return {
    name: "",
    isHidden: false,
    is1904: false,
    async *rows() {
      for (const [index, row] of rows.entries()) {
        yield { number: index + 1, cells: row.map(textCell), merged: noColumns };
      }
    },
  };
}
