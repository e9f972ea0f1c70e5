import path from "node:path";
import { publish } from "../../../scraper/publish/publish.ts";
import { saveIdentity } from "../../../scraper/store/identity.ts";
import { openStore } from "../../../scraper/store/open-store.ts";
import { saveProcedure, withdrawProcedure } from "../../../scraper/store/procedures.ts";
import { beginRun, finishRun } from "../../../scraper/store/runs.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import type { Procedimiento } from "../../../shared/portal/records.ts";
import { formatInstant } from "../../../shared/values/dates.ts";

/** One thing that a run finds on the portal at a moment; a record that is undefined is one that vanished. */
export interface Finding {
  at: Date;
  id: string;
  record: Procedimiento | undefined;
}

/** A store that is read into and published again and again. */
export interface PublishedHistory {
  find(...findings: readonly Finding[]): void;
  /** Publishes into a folder of its own, and returns it. */
  publish(name: string): Promise<string>;
  close(): void;
}

/** @param folder an empty one. */
export function openHistory(folder: string, ocidPrefix = "ocds-prueba"): PublishedHistory {
  const file = path.join(folder, "compras.sqlite");
  const store = openStore(file);
  const { timeZone } = durango;
  const portalUrl = "http://127.0.0.1:8788/";
  saveIdentity(store, { portal: durango.id, portalUrl, ocidPrefix });
  const startedAt = formatInstant(new Date(Date.UTC(2026, 0, 1)), timeZone);
  const { id } = beginRun(store, { portalUrl, startedAt, limit: undefined });
  finishRun(store, id, { finishedAt: startedAt, counts: {}, warnings: [] });
  const run = { id, ocidPrefix, timeZone };
  const save = ({ at, id, record }: Finding): void => {
    if (record === undefined) withdrawProcedure(store, run, id, at);
    else saveProcedure(store, run, record, { retrievedAt: at, sha256: "0".repeat(64) }, new Map());
  };
  return {
    find: (...findings) => findings.forEach(save),
    publish: async (name) => {
      const out = path.join(folder, name);
      await publish({ store: file, out, baseUrl: "https://datos.example.org/", profile: durango });
      return out;
    },
    close: () => store.close(),
  };
}
