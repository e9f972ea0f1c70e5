import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** In the place of a file's content: its answer ends in the middle, long after its headers said that all is well. */
export const breaksOff = Symbol("breaks off");

/**
 * Serves files by their paths until the test ends; the address ends in a slash. What is in `files` when it is asked for counts, and
 * `asked` tells the paths that were asked for so far.
 */
export async function serveFiles(files: Record<string, string | Buffer | typeof breaksOff>) {
  const asked: string[] = [];
  const server = createServer(({ url = "" }, response) => {
    asked.push(url);
    const content = files[url];
    if (content === undefined) response.writeHead(404).end();
    else if (content !== breaksOff) response.end(content);
    else {
      response.writeHead(200, { "Content-Length": 1000 });
      response.write("{", () => response.destroy());
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo; // It listens on TCP.
  return { url: `http://127.0.0.1:${port}/`, asked };
}
