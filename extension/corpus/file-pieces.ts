import { TakeQuestionSchema } from "../message-schema.ts";
import type { FilePiece, TakeQuestion } from "../take-messages.ts";
import { toBase64 } from "./hand-out.ts";
import type { TakenFile } from "./take-along.ts";

/** Characters of a piece: few messages for a large file, and little memory for each. */
const pieceLength = 1_000_000;

/** The pieces of the file that a `TakeQuestion` asks for. */
export async function* filePieces(
  question: unknown,
  take: (question: TakeQuestion) => Promise<TakenFile>,
): AsyncGenerator<FilePiece> {
  const { parts, ...file } = await take(TakeQuestionSchema.parse(question));
  let text = "";
  for await (const part of parts) {
    if (typeof part !== "string") {
      yield { base64: toBase64(part) };
      continue;
    }
    text += part;
    if (text.length < pieceLength) continue;
    yield { text };
    text = "";
  }
  if (text !== "") yield { text };
  yield { file };
}
