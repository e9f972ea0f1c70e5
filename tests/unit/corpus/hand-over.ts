import { handOut } from "../../../extension/corpus/hand-out.ts";
import type { Handed } from "../../../extension/pull-pieces.ts";

/**
 * All that is handed out over a port of the browser's, as messages have it: JSON.
 *
 * @param isLast whether no piece comes after this one.
 */
export async function handOver<Piece extends object>(
  cut: (question: unknown) => AsyncGenerator<Piece>,
  question: object,
  isLast: (piece: Piece) => boolean,
): Promise<Piece[]> {
  const pieces: Piece[] = [];
  let deliver = (_: unknown): void => undefined;
  let arrive = (_: Handed<Piece>): void => undefined;
  const port = {
    onMessage: { addListener: (listener: typeof deliver) => (deliver = listener) },
    onDisconnect: { addListener: () => undefined },
    postMessage: (message: Handed<Piece>) => arrive(JSON.parse(JSON.stringify(message))),
  };
  handOut(port as unknown as chrome.runtime.Port, cut);
  for (;;) {
    const handed = new Promise<Handed<Piece>>((resolve) => {
      arrive = resolve;
    });
    deliver(pieces.length === 0 ? question : "next");
    const piece = await handed;
    if ("error" in piece) throw new Error(JSON.stringify(piece));
    pieces.push(piece);
    if (isLast(piece)) return pieces;
  }
}
