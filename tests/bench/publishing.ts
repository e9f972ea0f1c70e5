import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Figure, median } from "./figures.ts";
import { makeStore } from "./make-store.ts";
import { runPart } from "./run-part.ts";

/** P5: publishing an unchanged corpus of 10,000 procedures, over a full publish of it. Processes of their own, five rounds in turn. */
export async function publishing(): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "compras-bench-"));
  try {
    const store = path.join(folder, "compras.sqlite");
    makeStore(store, 10_000);
    const full: number[] = [];
    const again: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const out = path.join(folder, `feed-${round}`);
      full.push((await runPart("publish-part.ts", [store, out])).ms);
      again.push((await runPart("publish-part.ts", [store, out])).ms);
      rmSync(out, { recursive: true });
    }
    return [
      {
        name: "P5 unchanged publish over a full one",
        value: median(again) / median(full),
        unit: "ratio",
        goal: 0.15,
        detail: `${median(again).toFixed(0)} ms / ${median(full).toFixed(0)} ms, 10,000 procedures`,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
