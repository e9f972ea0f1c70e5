import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** A server for one test; `times` counts the requests for the same address, from 1. Gives back its address and the requests it got. */
export async function openServer(
  answer: (request: IncomingMessage, response: ServerResponse, times: number) => void,
): Promise<{ url: string; requests: { path: string; atMs: number; userAgent: string }[] }> {
  const requests: { path: string; atMs: number; userAgent: string }[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    const userAgent = request.headers["user-agent"] ?? "";
    requests.push({ path, atMs: performance.now(), userAgent });
    answer(request, response, requests.filter((seen) => seen.path === path).length);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, requests };
}

/** Sends a page of HTML. */
export function sendHtml(response: ServerResponse, html: string, status = 200): void {
  response.writeHead(status, { "Content-Type": "text/html; charset=utf-8" }).end(html);
}
