import type { Handed } from "../pull-pieces.ts";

/**
 * Hands something out over a port in pieces, one whenever it is asked for, and stops where the page is closed. Between pieces the
 * worker answers others.
 *
 * @param cut what the first message asks for, in pieces.
 */
export function handOut<Piece extends object>(
  port: chrome.runtime.Port,
  cut: (question: unknown) => AsyncGenerator<Piece>,
): void {
  let pieces: AsyncGenerator<Piece> | undefined;
  let isOpen = true;
  port.onDisconnect.addListener(() => {
    isOpen = false;
  });
  const send = (piece: Handed<Piece>): void => {
    if (isOpen) port.postMessage(piece);
  };
  port.onMessage.addListener((message: unknown) => {
    pieces ??= cut(message);
    pieces.next().then(
      ({ value, done }) => {
        if (!done) send(value);
      },
      (error: unknown) => send({ error: String(error) }),
    );
  });
}

export function toBase64(bytes: Uint8Array): string {
  // A function takes only so many arguments, and spreading them takes eight times as long.
  const step = 0x8000;
  let binary = "";
  for (let at = 0; at < bytes.length; at += step) {
    binary += Reflect.apply(String.fromCharCode, undefined, bytes.subarray(at, at + step));
  }
  return btoa(binary);
}
