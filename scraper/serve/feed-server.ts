import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { feedPaths } from "../../shared/feed/paths.ts";
import { errorCode, StopRunError } from "../errors.ts";
import { recoverFeed } from "../publish/feed-folder.ts";

export interface FeedServer {
  /** Ends in a slash. */
  url: string;
  close(): Promise<void>;
}

const mediaTypes: Readonly<Record<string, string>> = {
  ".json": "application/json; charset=utf-8",
  ".jsonl": "application/jsonl; charset=utf-8",
  // Handed over as it is stored: whoever asks for a .gz unzips it, so there is no Content-Encoding.
  ".gz": "application/gzip",
  ".csv": "text/csv; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".xml": "application/atom+xml; charset=utf-8",
  ".ics": "text/calendar; charset=utf-8",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".parquet": "application/vnd.apache.parquet",
  ".sqlite": "application/vnd.sqlite3",
};

/**
 * Serves a feed on 127.0.0.1, readable by pages of every origin, with an ETag for each file. Files are looked up anew with each
 * request, so a publish shows at once. Port 0 takes a free one.
 *
 * Throws `StopRunError` where the folder holds no feed or the port is taken.
 */
export async function startFeedServer(options: { dir: string; port: number }): Promise<FeedServer> {
  const dir = path.resolve(options.dir);
  await recoverFeed(dir);
  if ((await fileStats(path.join(dir, feedPaths.index))) === undefined) {
    throw new StopRunError(
      `${options.dir}: there is no feed here. Run \`compras publish --out ${options.dir}\` first, or name another folder with --out.`,
    );
  }
  const server = createServer((request, response) => {
    answer(dir, request, response).catch((error: unknown) => {
      // The reader went away, or the file was replaced while it was sent: nothing is left to tell.
      response.destroy(error instanceof Error ? error : undefined);
    });
  });
  const port = await listen(server, options.port);
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

async function answer(
  dir: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader("Access-Control-Allow-Origin", "*");
  response.setHeader("Access-Control-Expose-Headers", "ETag");
  if (request.method === "OPTIONS") {
    response.setHeader("Access-Control-Allow-Methods", "GET, HEAD");
    response.setHeader("Access-Control-Allow-Headers", "*");
    response.writeHead(204).end();
    return;
  }
  if (request.method !== "GET" && request.method !== "HEAD") {
    sendError(response, 405, "Only GET and HEAD are answered.");
    return;
  }
  const file = fileOf(dir, request.url ?? "/");
  const stats = file === undefined ? undefined : await fileStats(file);
  if (file === undefined || stats === undefined) {
    sendError(response, 404, `Not in this feed; see /${feedPaths.index} for what is.`);
    return;
  }
  const etag = `"${stats.size.toString(36)}-${stats.mtimeNs.toString(36)}"`;
  response.setHeader("ETag", etag);
  response.setHeader("Cache-Control", "no-cache");
  if (request.headers["if-none-match"]?.split(/\s*,\s*/).includes(etag)) {
    response.writeHead(304).end();
    return;
  }
  response.setHeader("Content-Type", mediaTypeOf(dir, file));
  response.setHeader("Content-Length", String(stats.size));
  response.writeHead(200);
  if (request.method === "HEAD") response.end();
  else await pipeline(createReadStream(file), response);
}

/** The file that an address names; undefined for one that leads out of the feed. */
function fileOf(dir: string, address: string): string | undefined {
  const { pathname } = new URL(address, "http://feed.invalid");
  let name: string;
  try {
    name = decodeURIComponent(pathname);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
  const file = path.join(dir, name === "/" ? feedPaths.index : name);
  return name.includes("\0") || !file.startsWith(dir + path.sep) ? undefined : file;
}

function mediaTypeOf(dir: string, file: string): string {
  const isService = path.relative(dir, file).split(path.sep)[0] === "edca";
  if (isService) return "application/json; charset=utf-8";
  return mediaTypes[path.extname(file)] ?? "text/plain; charset=utf-8";
}

function sendError(response: ServerResponse, status: number, error: string): void {
  response.setHeader("Content-Type", "application/json; charset=utf-8");
  response.writeHead(status).end(JSON.stringify({ error }));
}

async function fileStats(file: string) {
  try {
    const stats = await stat(file, { bigint: true });
    return stats.isFile() ? stats : undefined;
  } catch (error) {
    if (/^(ENOENT|ENOTDIR|ENAMETOOLONG)$/.test(errorCode(error) ?? "")) return undefined;
    throw error;
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause) => {
      const taken = errorCode(cause) === "EADDRINUSE";
      const what = taken ? "is in use" : `cannot be used (${errorCode(cause) ?? cause.message})`;
      reject(new StopRunError(`Port ${port} ${what}. Name another with --port.`, { cause }));
    });
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}
