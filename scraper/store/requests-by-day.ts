import * as z from "zod";
import { inTransaction, type Store } from "./open-store.ts";
import { readRow } from "./rows.ts";

const Row = z.object({ requests: z.number() });

/** How many requests a portal got on a day (`YYYY-MM-DD` in its zone), over all runs into this store; those too that are booked and not sent yet. */
export function requestsOn(store: Store, day: string): number {
  const row = store.prepare("SELECT requests FROM requests_by_day WHERE day = ?").get(day);
  return readRow(Row, row)?.requests ?? 0;
}

/** Books requests before they are sent: as many as are asked for, or as are left of `most` in the day. Returns how many that is. */
export function bookRequests(store: Store, day: string, count: number, most: number): number {
  return inTransaction(store, () => {
    const booked = Math.max(0, Math.min(count, most - requestsOn(store, day)));
    addRequests(store, day, booked);
    return booked;
  });
}

/** Gives back what was booked and not sent. */
export function returnRequests(store: Store, day: string, count: number): void {
  addRequests(store, day, -count);
}

function addRequests(store: Store, day: string, count: number): void {
  store
    .prepare(
      "INSERT INTO requests_by_day (day, requests) VALUES (?, ?) ON CONFLICT (day) DO UPDATE SET requests = requests + excluded.requests",
    )
    .run(day, count);
}
