import { TakeQuestionSchema } from "../message-schema.ts";
import type { HandedOut, TakeQuestion } from "../take-messages.ts";
import type { TakenFile } from "./take-along.ts";

/** Characters of a piece: few messages for a large file, and little memory for each. */
const pieceLength = 1_000_000;

/**
 * Hands a file out over a port, a piece whenever one is asked for, and stops where the page is closed. Between pieces the worker
 * answers others.
 */
export function handOut(
  port: chrome.runtime.Port,
  take: (question: TakeQuestion) => Promise<TakenFile>,
): void {
  let pieces: AsyncGenerator<HandedOut> | undefined;
  let isOpen = true;
  port.onDisconnect.addListener(() => {
    isOpen = false;
  });
  const send = (piece: HandedOut): void => {
    if (isOpen) port.postMessage(piece);
  };
  port.onMessage.addListener((message: unknown) => {
    pieces ??= piecesOf(message, take);
    pieces.next().then(
      ({ value, done }) => {
        if (!done) send(value);
      },
      (error: unknown) => send({ error: String(error) }),
    );
  });
}

async function* piecesOf(
  message: unknown,
  take: (question: TakeQuestion) => Promise<TakenFile>,
): AsyncGenerator<HandedOut> {
  const { parts, ...file } = await take(TakeQuestionSchema.parse(message));
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

function toBase64(bytes: Uint8Array): string {
  // A function takes only so many arguments.
  const step = 0x8000;
  let binary = "";
  for (let at = 0; at < bytes.length; at += step) {
    binary += String.fromCharCode(...bytes.subarray(at, at + step));
  }
  return btoa(binary);
}
