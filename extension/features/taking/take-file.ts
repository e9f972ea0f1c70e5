import { type HandedOut, type TakeQuestion, takePort } from "../../take-messages.ts";

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
  return new Promise((resolve, reject) => {
    const port = chrome.runtime.connect({ name: takePort });
    const parts: BlobPart[] = [];
    port.onDisconnect.addListener(() => {
      reject(new Error(chrome.runtime.lastError?.message ?? "The worker ended too soon.")); // No message where it just ended.
    });
    port.onMessage.addListener((message: HandedOut) => {
      if ("error" in message) {
        reject(new Error(message.error));
      } else if ("file" in message) {
        const content = new Blob(parts, { type: mediaTypes[question.format] });
        resolve({ ...message.file, content });
      } else {
        parts.push("text" in message ? message.text : fromBase64(message.base64));
        port.postMessage("next");
        return;
      }
      port.disconnect();
    });
    port.postMessage(question);
  });
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
}
