import { makeRelease } from "../../shared/mapping/make-release.ts";
import { mapContent } from "../../shared/mapping/release.ts";
import { mergeReleases } from "../../shared/ocds/merge/merge-releases.ts";
import type { Release } from "../../shared/ocds/schema.ts";
import { type Figure, interleave } from "./figures.ts";
import { makeRecord } from "./make-records.ts";

/** P4: 10,000 releases of 2,500 processes merged into compiled releases, over `JSON.parse` of the same bytes. */
export async function merging(): Promise<Figure[]> {
  const processes = Array.from({ length: 2500 }, (_, index) => historyOf(index + 1));
  const text = JSON.stringify(processes);
  const { a: merge, b: parse } = await interleave(
    11,
    () => processes.map((releases) => mergeReleases(releases)),
    () => JSON.parse(text),
  );
  return [
    {
      name: "P4 merge over JSON.parse",
      value: merge / parse,
      unit: "ratio",
      goal: 1,
      detail: `${merge.toFixed(0)} ms / ${parse.toFixed(0)} ms, ${(text.length / 1e6).toFixed(1)} MB`,
    },
  ];
}

function historyOf(number: number): Release[] {
  const releases: Release[] = [];
  let before: ReturnType<typeof mapContent> | undefined;
  for (let turn = 0; turn < 4; turn += 1) {
    const state = mapContent(makeRecord(number, ` v${turn}`), "ocds-banco");
    releases.push(makeRelease(state, `2026-03-0${turn + 1}T12:00:00-06:00`, before));
    before = state;
  }
  return releases;
}
