import { nextVisit } from "../../shared/monitor/visit.ts";
import type { Database } from "../corpus/database.ts";
import { lastStamp, recall } from "./memory.ts";

/** Takes a sign of the user, which may begin another visit. */
export async function noteVisit(database: Database): Promise<void> {
  const { memory } = database;
  await database.transaction("rw", memory, async () => {
    const before = await recall(database, "visit");
    const visit = nextVisit(before, await lastStamp(database), Date.now());
    await memory.put({ key: "visit", ...visit });
  });
}
