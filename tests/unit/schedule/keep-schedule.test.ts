import { describe, expect, it } from "vitest";
import { exitCodes, StopRunError } from "../../../scraper/errors.ts";
import { readCron } from "../../../scraper/schedule/cron-times.ts";
import { keepSchedule } from "../../../scraper/schedule/keep-schedule.ts";
import type { LastRun } from "../../../scraper/schedule/last-run.ts";
import type { RunEnd } from "../../../scraper/schedule/run-child.ts";
import { formatInstant } from "../../../shared/values/dates.ts";

const timeZone = "America/Monterrey";
const at = (text: string) => new Date(`2026-11-${text}:00-06:00`);
const minuteMs = 60_000;

const done: RunEnd = {
  exitCode: 0,
  signal: null,
  results: ["3 new.", "400 procedures published."],
  complaint: undefined,
};
const failed: RunEnd = { exitCode: 4, signal: null, results: [], complaint: "no label." };

interface Plan {
  now: string;
  lastRun?: LastRun;
  cron?: string;
  jitterMinutes?: number;
  random?: () => number;
  /** What each run does; the schedule is stopped while the last one goes on. */
  runs: ((clock: FakeClock) => RunEnd)[];
  /** Called before each wait. */
  onWait?: (clock: FakeClock) => void;
}

interface FakeClock {
  now(): Date;
  pass(minutes: number): void;
  set(instant: Date): void;
  stop(): void;
}

/** Keeps a schedule by a clock that never waits. Gives back when each run began, and every line. */
async function keep(plan: Plan) {
  const aborter = new AbortController();
  let now = at(plan.now);
  const clock: FakeClock = {
    now: () => now,
    pass: (minutes) => {
      now = new Date(now.getTime() + minutes * minuteMs);
    },
    set: (instant) => {
      now = instant;
    },
    stop: () => aborter.abort("SIGTERM"),
  };
  const begun: string[] = [];
  const lines: string[] = [];
  let underWay = 0;
  let waits = 0;
  const code = await keepSchedule({
    cron: readCron(plan.cron ?? "0 */6 * * *", timeZone),
    jitterMs: (plan.jitterMinutes ?? 0) * minuteMs,
    timeZone,
    lastRun: plan.lastRun ?? { settledAt: at(plan.now), what: "The last run is over." },
    clock: {
      now: clock.now,
      wait: async (ms) => {
        plan.onWait?.(clock);
        waits += 1;
        if (waits > 1_000_000) throw new Error("the schedule waits for ever");
        if (!aborter.signal.aborted) now = new Date(now.getTime() + ms);
      },
    },
    random: plan.random ?? (() => 0),
    run: async () => {
      underWay += 1;
      expect(underWay).toBe(1);
      begun.push(formatInstant(now, timeZone).slice(8, 16));
      const end = plan.runs[begun.length - 1]?.(clock) ?? done;
      if (begun.length === plan.runs.length) clock.stop();
      underWay -= 1;
      return end;
    },
    say: (line) => lines.push(line),
    signal: aborter.signal,
  });
  return { begun, lines, code };
}

const lasting =
  (minutes: number, end: RunEnd = done) =>
  (clock: FakeClock) => {
    clock.pass(minutes);
    return end;
  };

describe("a schedule", () => {
  it("runs at the instants of its pattern, in Monterrey's hours, and tells of each run in one line", async () => {
    const { begun, lines, code } = await keep({
      now: "20T07:10",
      runs: [lasting(4), lasting(5, failed), lasting(6)],
    });
    expect(begun).toEqual(["20T12:00", "20T18:00", "21T00:00"]);
    expect(code).toBe(exitCodes.done);
    expect(lines).toEqual([
      "The last run is over. Next run: 2026-11-20T12:00:00-06:00.",
      "2026-11-20T12:00:00-06:00 to 2026-11-20T12:04:00-06:00: done (0). 3 new. 400 procedures published. " +
        "Next run: 2026-11-20T18:00:00-06:00.",
      "2026-11-20T18:00:00-06:00 to 2026-11-20T18:05:00-06:00: the portal changed (4). no label. Nothing was published. " +
        "Next run: 2026-11-21T00:00:00-06:00.",
      "2026-11-21T00:00:00-06:00 to 2026-11-21T00:06:00-06:00: done (0). 3 new. 400 procedures published. SIGTERM ended the schedule.",
    ]);
  });

  it("goes on whatever a run ends with, a hundred times", async () => {
    const ends = [1, 3, 4, null].map((exitCode): RunEnd => {
      const signal = exitCode === null ? "SIGKILL" : null;
      return { exitCode, signal, results: [], complaint: undefined };
    });
    const runs = Array.from({ length: 100 }, (_, index) => lasting(3, ends[index % 4]));
    const { begun, lines } = await keep({ now: "20T07:10", runs });
    expect(begun).toHaveLength(100);
    expect(lines[4]).toContain(": killed by SIGKILL. Nothing was published. Next run:");
  });

  it.each([
    {
      what: "it was down over one",
      lastRun: { settledAt: at("20T06:04"), what: "" },
      begun: ["20T13:30", "20T18:00"],
    },
    {
      what: "it was down over many",
      lastRun: { settledAt: at("02T06:04"), what: "" },
      begun: ["20T13:30", "20T18:00"],
    },
    {
      what: "it was down over none",
      lastRun: { settledAt: at("20T12:04"), what: "" },
      begun: ["20T18:00", "21T00:00"],
    },
    {
      what: "there never was a run",
      lastRun: { what: "No run is known yet." },
      begun: ["20T13:30", "20T18:00"],
    },
  ])("makes up once for what was missed where $what", async ({ lastRun, begun }) => {
    const kept = await keep({ now: "20T13:30", lastRun, runs: [lasting(2), lasting(2)] });
    expect(kept.begun).toEqual(begun);
  });

  it("makes up once for the turns that a sleeping machine or a long run has missed", async () => {
    let isAsleep = true;
    const { begun } = await keep({
      now: "20T11:30",
      // The machine sleeps over the turns of 12:00, 18:00 and 00:00; a timer of minutes does not notice.
      onWait: (clock) => {
        if (!isAsleep) return;
        isAsleep = false;
        clock.set(at("21T02:15"));
      },
      runs: [lasting(2), lasting(13 * 60), lasting(2)],
    });
    // The second run goes on over the turns of 12:00 and 18:00.
    expect(begun).toEqual(["21T02:16", "21T06:00", "22T00:00"]);
  });

  it("does not wait for a year that is not to come, where the clock was wrong and is set back", async () => {
    let isWrong = true;
    const { begun } = await keep({
      now: "20T11:30",
      lastRun: { settledAt: new Date("2036-11-20T12:00:00-06:00"), what: "" },
      onWait: () => {
        isWrong = false;
      },
      runs: [lasting(2)],
    });
    expect([isWrong, begun]).toEqual([false, ["20T12:00"]]);
  });

  it("waits up to so long at random, anew for each run", async () => {
    const draws = [0.5, 0, 0.999];
    const { begun } = await keep({
      now: "20T11:30",
      jitterMinutes: 30,
      random: () => draws.shift() ?? 0,
      runs: [lasting(2), lasting(2), lasting(2)],
    });
    expect(begun).toEqual(["20T12:15", "20T18:00", "21T00:29"]);
  });

  it("ends at once where a run was called wrongly", async () => {
    const wrong: RunEnd = { ...failed, exitCode: 2, complaint: "--documents keep needs one." };
    const { begun, lines, code } = await keep({
      now: "20T11:30",
      runs: [lasting(0, wrong), lasting(0)],
    });
    expect([begun, code]).toEqual([["20T12:00"], exitCodes.wrongUsage]);
    expect(lines[1]).toMatch(/wrong usage \(2\)\. --documents keep needs one\..*schedule ends/);
  });

  it("ends where it is asked to while it waits", async () => {
    const { begun, lines, code } = await keep({
      now: "20T11:30",
      onWait: (clock) => clock.stop(),
      runs: [lasting(1)],
    });
    expect([begun, code]).toEqual([[], exitCodes.done]);
    expect(lines[1]).toBe("SIGTERM ended the schedule; no run was under way.");
  });
});

describe("a cron pattern", () => {
  it.each(["x", "0 25 * * *", "* * * * * *", "", "0 0 31 2 *", "2020-01-01T00:00:00"])(
    'that is "%s" is refused as wrong usage',
    (pattern) => {
      expect(() => readCron(pattern, timeZone)).toThrow(
        expect.objectContaining({
          exitCode: exitCodes.wrongUsage,
          message: expect.stringMatching(/^--cron ".*" cannot be used \(.+\)\. Give five fields/),
        }),
      );
      expect(() => readCron(pattern, timeZone)).toThrow(StopRunError);
    },
  );

  it("names the hours of Monterrey, which has known no summer time since 2022", () => {
    const { next } = readCron("30 6 * * *", timeZone);
    expect(next(new Date("2026-07-01T00:00:00Z")).toISOString()).toBe("2026-07-01T12:30:00.000Z");
    expect(next(new Date("2026-12-01T12:30:00Z")).toISOString()).toBe("2026-12-02T12:30:00.000Z");
  });
});
