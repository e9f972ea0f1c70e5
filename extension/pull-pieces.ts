/** A piece of what the worker hands out over a port, or why there are no more. */
export type Handed<Piece extends object> = Piece | { error: string };

/**
 * Has the worker hand something out over a port, and asks for piece after piece until it is whole. Rejects where the worker, or the
 * extension, ends meanwhile.
 *
 * @param put takes a piece, and gives back the whole with the last one.
 * @param turn goes on with the next piece; at once where it is left out.
 */
export function pullPieces<Piece extends object, Whole>(
  portName: string,
  question: object,
  put: (piece: Piece) => Whole | undefined,
  turn: (go: () => void) => void = (go) => go(),
): Promise<Whole> {
  return new Promise((resolve, reject) => {
    const port = chrome.runtime.connect({ name: portName });
    let isOpen = true;
    const next = (): void => {
      if (isOpen) port.postMessage("next");
    };
    port.onDisconnect.addListener(() => {
      isOpen = false;
      reject(new Error(chrome.runtime.lastError?.message ?? "The worker ended too soon.")); // No message where it just ended.
    });
    port.onMessage.addListener((message: Handed<Piece>) => {
      if ("error" in message) {
        reject(new Error(message.error));
        port.disconnect();
        return;
      }
      const whole = put(message);
      if (whole === undefined) return turn(next);
      resolve(whole);
      port.disconnect();
    });
    port.postMessage(question);
  });
}

/** The bytes of base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
