import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { makeCorpus } from "../../fixtures/practice-portal/corpus.ts";
import { benchCorpus, makePages } from "./make-pages.ts";
import { askedPath } from "./start-portal.ts";

const [procedures = "", latencyMs = "", rowsOnPage = ""] = process.argv.slice(2);
const corpus = makeCorpus({ ...benchCorpus, procedures: Number(procedures) });
const pages = makePages(corpus, rowsOnPage === "25" ? "25" : "all");
const known = new Map<string, Buffer | undefined>();
let asked: string[] = [];

/** A page is made once, so that later rounds cost the machine no more than sending it. */
function pageOf(path: string): Buffer | undefined {
  if (!known.has(path)) {
    const page = pages(path);
    known.set(path, page === undefined ? undefined : Buffer.from(page));
  }
  return known.get(path);
}

const server = createServer((request, response) => {
  const path = request.url ?? "/";
  if (path === askedPath) {
    response.end(JSON.stringify(asked));
    asked = [];
    return;
  }
  asked.push(path);
  const page = pageOf(path);
  const send = () => {
    const headers = { "Content-Type": "text/html; charset=utf-8" };
    if (page === undefined) response.writeHead(404, headers).end("nada");
    else response.writeHead(200, { ...headers, "Content-Length": page.length }).end(page);
  };
  if (latencyMs === "0") send();
  else setTimeout(send, Number(latencyMs));
});
server.listen(0, "127.0.0.1", () => {
  // A server that listens on TCP has an address.
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}` })}\n`);
});
