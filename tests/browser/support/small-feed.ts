import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A feed of one manifest (the file `extension/index.json`), and of its rows if given. */
export async function serveManifest(
  manifest: Buffer,
  index?: { path: string; bytes: Buffer },
): Promise<{ url: string; close: () => Server }> {
  const server = createServer((request, response) => {
    response.setHeader("Access-Control-Allow-Origin", "*");
    if (request.url === "/extension/index.json") response.end(manifest);
    else if (index !== undefined && request.url === `/extension/${index.path}`)
      response.end(index.bytes);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // It listens on TCP.
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
