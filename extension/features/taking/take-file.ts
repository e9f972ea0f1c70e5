import { fromBase64, pullPieces } from "../../pull-pieces.ts";
import { type FilePiece, type TakeQuestion, takePort } from "../../take-messages.ts";

const mediaTypes: Readonly<Record<TakeQuestion["format"], string>> = {
  csv: "text/csv",
  json: "application/json",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

export interface TakenFile {
  name: string;
  content: Blob;
  count: number;
  /** Of the rows picked, how many are not known any more. */
  missing: number;
}

/** Has the worker make a file, and puts its pieces together. Rejects where the worker or the extension ends meanwhile. */
export function takeFile(question: TakeQuestion): Promise<TakenFile> {
  const parts: BlobPart[] = [];
  return pullPieces<FilePiece, TakenFile>(takePort, question, (piece) => {
    if ("file" in piece) {
      return { ...piece.file, content: new Blob(parts, { type: mediaTypes[question.format] }) };
    }
    parts.push("text" in piece ? piece.text : fromBase64(piece.base64));
    return undefined;
  });
}
