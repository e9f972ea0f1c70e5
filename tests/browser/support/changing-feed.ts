import { createHash } from "node:crypto";
import { EventEmitter, once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { ExtensionIndex, ExtensionManifest } from "../../../shared/feed/index-schema.ts";
import type { TenderRow } from "../../../shared/feed/tender-row.ts";

/** A feed for the extension whose rows a test changes as it goes. */
export interface ChangingFeed {
  url: string;
  /** Publishes rows as read from the portal at an instant; they are served from now on. */
  publish(rows: readonly TenderRow[], readAt: string): void;
  /** Has the rows wait from now on until `release`; tells when someone waits for them. */
  hold(): { isWaiting: Promise<unknown>; release: () => void };
  close(): Server;
}

/** Starts a feed that has nothing until its first `publish`. */
export async function startChangingFeed(): Promise<ChangingFeed> {
  const files = new Map<string, Buffer>();
  let gate: { opened: Promise<unknown>; knock: () => void } | undefined;
  const server = createServer(async (request, response) => {
    response.setHeader("Access-Control-Allow-Origin", "*");
    const file = files.get(request.url ?? "");
    if (gate !== undefined && request.url?.endsWith(".gz")) {
      gate.knock();
      await gate.opened;
    }
    if (file) response.end(file);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // It listens on TCP.
  return {
    url: `http://127.0.0.1:${port}/`,
    publish(rows, readAt) {
      const index = { schemaVersion: 1, tenders: rows, suppliers: [] };
      const bytes = gzipSync(JSON.stringify(index));
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const path = `index-${sha256.slice(0, 16)}.json.gz`;
      const manifest = {
        schemaVersion: 1,
        portal: "durango",
        readAt,
        path,
        sha256,
        bytes: bytes.length,
        tenders: rows.length,
        suppliers: 0,
      };
      files.set(`/extension/${path}`, bytes);
      files.set("/extension/index.json", Buffer.from(JSON.stringify(manifest)));
    },
    hold() {
      const events = new EventEmitter();
      const isWaiting = once(events, "knock");
      const opened = once(events, "open");
      gate = { opened, knock: () => events.emit("knock") };
      const release = (): void => {
        gate = undefined;
        events.emit("open");
      };
      return { isWaiting, release };
    },
    close: () => server.close(),
  };
}

/** A procedure of which only what matters to the test is known. */
export function makeRow(id: string, fields: Partial<TenderRow> = {}): TenderRow {
  return {
    id,
    ocid: `ocds-000000-${id}`,
    url: `https://comprasestatal.durango.gob.mx/consulta/Procedimiento/${id}`,
    ...fields,
  };
}

/** The rows that a published feed has for the extension. */
export function readFeedRows(feedFolder: string): TenderRow[] {
  const folder = join(feedFolder, "extension");
  const manifest = JSON.parse(readFileSync(join(folder, "index.json"), "utf8"));
  const { path } = ExtensionManifest.parse(manifest);
  const index = gunzipSync(readFileSync(join(folder, path))).toString("utf8");
  return ExtensionIndex.parse(JSON.parse(index)).tenders;
}
