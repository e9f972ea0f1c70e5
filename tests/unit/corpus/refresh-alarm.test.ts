import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keepRefreshAlarm } from "../../../extension/corpus/refresh-alarm.ts";

const now = Date.parse("2026-11-29T12:00:00Z");
beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it.each([
  ["is there", { scheduledTime: now + 3_600_000 }, []],
  ["is late, as after the computer slept", { scheduledTime: now - 3_600_000 }, []],
  ["is gone", undefined, [["refresh-feed", { periodInMinutes: 60 }]]],
  [
    "would ring only after more than its period, as the clock was moved back",
    { scheduledTime: now + 86_400_000 },
    [["refresh-feed", { periodInMinutes: 60 }]],
  ],
])("an alarm is made anew where it must: it %s", async (_which, alarm, made) => {
  const create = vi.fn(async () => undefined);
  vi.stubGlobal("chrome", { alarms: { get: async () => alarm, create } });
  await keepRefreshAlarm();
  expect(create.mock.calls).toEqual(made);
});
