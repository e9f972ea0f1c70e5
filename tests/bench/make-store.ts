import { saveIdentity } from "../../scraper/store/identity.ts";
import { openStore } from "../../scraper/store/open-store.ts";
import { saveProcedure } from "../../scraper/store/procedures.ts";
import { beginRun, finishRun } from "../../scraper/store/runs.ts";
import { durango } from "../../shared/portal/profiles/durango.ts";
import { makeRecord } from "./make-records.ts";

/** Makes a store of `count` procedures, a tenth of which have changed once since. */
export function makeStore(file: string, count: number): void {
  const store = openStore(file);
  store.db.pragma("synchronous = OFF");
  saveIdentity(store, { portal: durango.id, portalUrl: durango.baseUrl, ocidPrefix: "ocds-banco" });
  for (const [day, every, wording] of [
    ["2026-03-01", 1, ""],
    ["2026-03-02", 10, " (BIS)"],
  ] as const) {
    const startedAt = `${day}T06:00:00-06:00`;
    const { id } = beginRun(store, { portalUrl: durango.baseUrl, startedAt, limit: undefined });
    const run = { id, ocidPrefix: "ocds-banco", timeZone: durango.timeZone };
    const page = { retrievedAt: new Date(startedAt), sha256: "0".repeat(64) };
    for (let number = 1; number <= count; number += every) {
      saveProcedure(store, run, makeRecord(number, wording), page, new Map());
    }
    finishRun(store, id, {
      finishedAt: `${day}T07:00:00-06:00`,
      counts: { listed: count, read: count, skipped: 0 },
      warnings: [],
    });
  }
  store.close();
}
