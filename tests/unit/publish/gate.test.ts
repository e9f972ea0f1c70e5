import { describe, expect, it } from "vitest";
import { describeReasons, findGateReasons, type GateInput } from "../../../scraper/publish/gate.ts";
import { countRecent } from "../../../scraper/publish/recent-changes.ts";
import type { FeedCoverage } from "../../../shared/feed/coverage.ts";
import { gateChecks } from "../../../shared/feed/health.ts";
import { makeRelease } from "../../../shared/mapping/make-release.ts";
import { mapContent } from "../../../shared/mapping/release.ts";
import { withdrawState } from "../../../shared/mapping/state.ts";
import { compileReleases } from "../../../shared/ocds/compile.ts";
import { Release } from "../../../shared/ocds/schema.ts";
import type { Procedimiento } from "../../../shared/portal/records.ts";
import { wholeRecord } from "../mapping/make-record.ts";

const usual = { maxDrop: 10, maxWithdrawn: 10, maxCoverageDrop: 20, maxSkipped: 5 };
const nothing = { releases: 0, withdrawn: 0, fields: {} };

/** `procedures` on the portal, of which the share `shares[field]` has a field. */
const total = (procedures: number, shares: Record<string, number> = {}): FeedCoverage["total"] => ({
  procedures,
  withdrawn: 0,
  fields: Object.fromEntries(
    Object.entries(shares).map(([id, share]) => [id, { count: share * procedures, share }]),
  ),
});

const judge = (input: Partial<GateInput>) =>
  findGateReasons({
    counts: { listed: 100, skipped: 0 },
    next: total(100),
    last: total(100),
    recent: nothing,
    limits: usual,
    ...input,
  }).map(({ check, field, measured }) => [check, ...(field ? [field] : []), measured]);

describe("the gate", () => {
  it.each<{ what: string; input: Partial<GateInput>; closes: unknown[] }>([
    { what: "nothing differs", input: {}, closes: [] },
    { what: "there is no last feed", input: { last: undefined, next: total(1) }, closes: [] },
    { what: "a tenth fewer are there", input: { next: total(90) }, closes: [] },
    {
      what: "more than a tenth fewer are there",
      input: { next: total(89) },
      closes: [["drop", 11]],
    },
    {
      what: "fewer are there, as many as is allowed",
      input: { next: total(60), limits: { ...usual, maxDrop: 40 } },
      closes: [],
    },
    { what: "twice as many are there", input: { next: total(200) }, closes: [] },
    {
      what: "none is there, also where anything is allowed and nothing can be compared",
      input: {
        next: total(0),
        last: undefined,
        limits: { maxDrop: 100, maxWithdrawn: 100, maxCoverageDrop: 100, maxSkipped: 100 },
      },
      closes: [["empty", undefined]],
    },
    {
      what: "as many came as vanished",
      input: { recent: { ...nothing, withdrawn: 11 } },
      closes: [["withdrawn", 11]],
    },
    {
      what: "a field is in 20 points fewer",
      input: { last: total(100, { awardAt: 0.9 }), next: total(100, { awardAt: 0.7 }) },
      closes: [],
    },
    {
      what: "a field is in more than 20 points fewer",
      input: { last: total(100, { awardAt: 0.9 }), next: total(100, { awardAt: 0.68 }) },
      closes: [["coverage", "awardAt", 22]],
    },
    {
      what: "a field that the last feed did not count is in none",
      input: { last: total(100), next: total(100, { awardAt: 0 }) },
      closes: [],
    },
    {
      what: "pages were skipped and releases set aside",
      input: { counts: { listed: 100, skipped: 3, setAside: 3 } },
      closes: [["skipped", 6]],
    },
    {
      what: "most of the few pages failed that a run read and that had not failed before",
      input: { counts: { listed: 10_000, skipped: 2, setAside: 2, tried: 6, failedAnew: 4 } },
      closes: [["skipped", 66.67]],
    },
    {
      what: "a few pages failed that a run read, or most of a few that had failed before",
      input: { counts: { listed: 10_000, skipped: 40, tried: 10, failedAnew: 3 } },
      closes: [],
    },
    { what: "the run counted nothing", input: { counts: {} }, closes: [] },
  ])("where $what says $closes", ({ input, closes }) => {
    expect(judge(input)).toEqual(closes);
  });

  it("gives every reason in Spanish and in English, with what is allowed and how to allow more", () => {
    const reasons = findGateReasons({
      counts: { listed: 10, skipped: 10 },
      next: total(50, { title: 0 }),
      last: total(100, { title: 1 }),
      recent: { ...nothing, withdrawn: 50 },
      limits: usual,
    });
    expect(reasons.map(({ check }) => check)).toEqual(
      gateChecks.filter((each) => each !== "empty"),
    );
    expect(reasons[2]).toEqual({
      check: "coverage",
      title: "Un dato falta en más procedimientos que en la última publicación",
      field: "title",
      measured: 100,
      allowed: 20,
    });
    const text = describeReasons(reasons);
    expect(text).toContain(
      "a field is missing from more procedures than in the last feed (title: 100 points, and --max-coverage-drop allows 20)",
    );
    expect(text).not.toContain("\n");
  });
});

describe("a field that vanished from what came since the last feed", () => {
  const at = (day: number) => `2026-03-${String(day).padStart(2, "0")}T12:00:00-06:00`;
  const record = (id: number, fields: Partial<Procedimiento> = {}): Procedimiento => ({
    ...wholeRecord,
    id: String(id),
    ...fields,
  });
  const contentOf = (each: Procedimiento) => mapContent(each, "ocds-prueba", new Map());

  /** Counts what became of procedures from one reading to the next; without an earlier one they are new. */
  async function recentOf(steps: [before: Procedimiento | undefined, after: Procedimiento][]) {
    const counter = countRecent(0, "ocds-prueba");
    for (const [index, [before, after]] of steps.entries()) {
      const first = before && Release.parse(makeRelease(contentOf(before), at(2), undefined));
      const release = Release.parse(
        makeRelease(contentOf(after), at(3), before && contentOf(before)),
      );
      await counter.addRelease?.({
        seq: index + 1,
        release,
        ...(first && { before: compileReleases([first]) }),
        after: compileReleases(first ? [first, release] : [release]),
      });
    }
    return counter.changes();
  }
  const many = Array.from({ length: 30 }, (_, index) => index + 1);
  const big = total(10_000, { category: 0.9, awardAt: 0.9, number: 1 });
  const { materia: _materia, fechaFallo: _fallo, ...bare } = wholeRecord;
  const withoutBoth = (id: number): Procedimiento => ({ ...bare, id: String(id) });

  it("closes the gate where procedures had it before, though it is hardly missed among all", async () => {
    const recent = await recentOf(many.map((id) => [record(id), withoutBoth(id)]));
    expect(judge({ recent, last: big, next: big })).toEqual([
      ["coverage", "category", 100],
      ["coverage", "awardAt", 100],
    ]);
  });

  it("closes it for new procedures that lack what every procedure has from its first day", async () => {
    const recent = await recentOf(many.map((id) => [undefined, withoutBoth(id)]));
    expect(judge({ recent, last: big, next: big })).toEqual([["coverage", "category", 90]]);
  });

  it("does not for a few, nor for those that have it, nor for what has always been missing", async () => {
    const few = await recentOf(many.slice(0, 10).map((id) => [record(id), withoutBoth(id)]));
    expect(judge({ recent: few, last: big, next: big })).toEqual([]);
    const whole = await recentOf(many.map((id) => [undefined, record(id)]));
    expect(judge({ recent: whole, last: big, next: big })).toEqual([]);
    const never = await recentOf(
      many.map((id) => [withoutBoth(id), { ...withoutBoth(id), descripcion: "OTRA" }]),
    );
    expect(judge({ recent: never, last: big, next: big })).toEqual([]);
  });

  it("counts the number of the procedure as missing where the portal's own stands in its place", async () => {
    const { numeroProcedimiento: _number, ...unnumbered } = wholeRecord;
    const recent = await recentOf(
      many.map((id) => [record(id), { ...unnumbered, id: String(id) }]),
    );
    expect(judge({ recent, last: big, next: big })).toEqual([["coverage", "number", 100]]);
  });

  it("counts a procedure that vanished and came back as neither", async () => {
    const counter = countRecent(0, "ocds-prueba");
    const content = contentOf(record(1));
    const first = Release.parse(makeRelease(content, at(2), undefined));
    const second = Release.parse(makeRelease(withdrawState(content), at(3), content));
    const third = Release.parse(makeRelease(content, at(4), withdrawState(content)));
    const states = [first, second, third].map((_, index, all) =>
      compileReleases(all.slice(0, index + 1)),
    );
    const [a, b, c] = states;
    if (!a || !b || !c) throw new Error("three releases have three states");
    await counter.addRelease?.({ seq: 1, release: first, after: a });
    await counter.addRelease?.({ seq: 2, release: second, before: a, after: b });
    expect(counter.changes().withdrawn).toBe(1);
    await counter.addRelease?.({ seq: 3, release: third, before: b, after: c });
    expect(counter.changes().withdrawn).toBe(0);
  });
});
