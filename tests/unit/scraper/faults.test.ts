import dns from "node:dns";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import {
  type FaultName,
  faultNames,
  type PracticePortal,
} from "../../../fixtures/practice-portal/server.ts";
import { readAuthorities } from "../../../scraper/crawl/authorities.ts";
import type { ScrapeResult, ScrapeSettings } from "../../../scraper/crawl/scrape.ts";
import { type ExitCode, exitCodes, StopRunError } from "../../../scraper/errors.ts";
import { tellFailure } from "../../../scraper/publish/renew-health.ts";
import { silentReporter } from "../../../scraper/reporter.ts";
import type { Reached } from "../../../scraper/store/runs.ts";
import { FeedHealth } from "../../../shared/feed/health.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { fingerprintFeed, readFeedText } from "./read-feed.ts";
import { makeFolder, openPortal, tryPublish, tryScrape } from "./try-scrape.ts";

const { failed, portalChanged } = exitCodes;
const renewed = ["SHA256SUMS", "compat.json", "index.json", "salud.json"];

/** Each fault that ends a run where it strikes every page, with the line that the user gets. */
const fatal: { fault: FaultName; exitCode: ExitCode; reached?: Reached; line: RegExp }[] = [
  { fault: "slow", exitCode: failed, reached: "silent", line: /no answer in time.*again later/ },
  { fault: "stalled", exitCode: failed, reached: "silent", line: /no answer in time.*again later/ },
  { fault: "reset", exitCode: failed, reached: "silent", line: /connection failed.*again later/ },
  {
    fault: "reset-body",
    exitCode: failed,
    reached: "silent",
    line: /connection failed.*again later/,
  },
  { fault: "error-500", exitCode: failed, reached: "silent", line: /HTTP 500.*does not answer as/ },
  {
    fault: "busy",
    exitCode: failed,
    reached: "refused",
    line: /HTTP 503.*left alone for 1 seconds; run the command again after/,
  },
  {
    fault: "too-many",
    exitCode: failed,
    reached: "refused",
    line: /HTTP 429.*left alone for 1 seconds; run the command again after/,
  },
  {
    fault: "forbidden",
    exitCode: failed,
    reached: "refused",
    line: /refuses us \(HTTP 403\).*ask the portal's keepers/,
  },
  {
    fault: "block-page",
    exitCode: failed,
    reached: "refused",
    line: /blocks us.*Request Rejected.*ask the portal's keepers/i,
  },
  {
    fault: "captcha",
    exitCode: failed,
    reached: "refused",
    line: /blocks us: a page "Verificación de seguridad" that says "captcha".*Nothing is done to get around/,
  },
  { fault: "login", exitCode: failed, reached: "refused", line: /leads to a login.*in a browser/ },
  {
    fault: "login-page",
    exitCode: failed,
    reached: "refused",
    line: /answers with a login \("Iniciar sesión"\).*in a browser/,
  },
  {
    fault: "cut-page",
    exitCode: failed,
    reached: "silent",
    line: /breaks off before its end, though all of its bytes came/,
  },
  { fault: "empty-page", exitCode: failed, reached: "silent", line: /the answer is empty/ },
  { fault: "bad-gzip", exitCode: failed, reached: "silent", line: /cannot be unzipped/ },
  { fault: "gone", exitCode: failed, line: /of \d+ procedures could not be read.*HTTP 404/ },
  {
    fault: "unpublished",
    exitCode: failed,
    line: /of \d+ procedures could not be read.*so it is not published/,
  },
  {
    fault: "empty-list",
    exitCode: portalChanged,
    reached: "changed",
    line: /shows no procedure.*mend list\.json in the profile/,
  },
  {
    fault: "no-labels",
    exitCode: portalChanged,
    reached: "changed",
    line: /no label for "descripcion".*profile/,
  },
  {
    fault: "tls-expired",
    exitCode: failed,
    reached: "silent",
    line: /certificate has expired.*run the command again after that \(CERT_HAS_EXPIRED\)/,
  },
  {
    fault: "tls-self-signed",
    exitCode: failed,
    reached: "silent",
    line: /signed by itself.*Ask the portal's keepers.*--ca/,
  },
  {
    fault: "tls-incomplete",
    exitCode: failed,
    reached: "silent",
    line: /without the one between it and its authority.*--ca/,
  },
  { fault: "tls-wrong-host", exitCode: failed, reached: "silent", line: /is of another host/ },
];

/** Faults that end no run even where they strike everything: what is read is what it should be. */
const harmless: FaultName[] = [
  "flaky",
  "latin-1",
  "latin-1-undeclared",
  "latin-1-as-utf-8",
  "deflate",
  "brotli",
  "to-https",
];
/** Faults with a test of their own below. */
const special: FaultName[] = ["to-www", "empty-file", "html-file"];

describe("a portal with a fault", () => {
  let portal: PracticePortal;
  let folder: string;
  let before: Record<string, string>;
  let day = 0;
  const cleanUps: (() => void | Promise<void>)[] = [];
  const urlOf = ({ httpsUrl }: PracticePortal): string => httpsUrl ?? "";

  /** Does what `compras run` does with its scrape, on a day of its own, so that no run goes on with another. */
  const tryRun = async (settings: Partial<ScrapeSettings> = {}): Promise<ScrapeResult> => {
    day += 2;
    const at = new Date(Date.UTC(2026, 10, 20 + day));
    const store = path.join(folder, "compras.sqlite");
    try {
      return await tryScrape(urlOf(portal), folder, {
        authorities: [portal.certificates?.authority ?? ""],
        retries: 1,
        maxRetryAfterMs: 500,
        full: true,
        now: () => at,
        ...settings,
      });
    } catch (error) {
      await tellFailure({ store, out: `${folder}/feed`, profile: durango }, silentReporter);
      throw error;
    }
  };
  const healthOf = () =>
    FeedHealth.parse(JSON.parse(readFeedText(`${folder}/feed`, "salud.json"))).runs;

  beforeAll(async () => {
    const atEnd = (cleanUp: () => void | Promise<void>) => void cleanUps.push(cleanUp);
    portal = await openPortal({ procedures: 24, suppliers: 3, https: 0 }, atEnd);
    folder = makeFolder(atEnd);
    await tryRun({ documents: "hash" });
    await tryPublish(folder);
    before = fingerprintFeed(`${folder}/feed`);
  });
  afterAll(async () => {
    for (const cleanUp of cleanUps) await cleanUp();
  });

  it("of any kind is in one of these tables", () => {
    const known = [...fatal.map(({ fault }) => fault), ...harmless, ...special];
    expect(known.sort()).toEqual([...faultNames].sort());
  });

  it.each(fatal)(
    "$fault everywhere ends the run with one line, and the last feed tells of it and stays",
    async ({ fault, exitCode, reached, line }) => {
      portal.setFaults([fault]);
      const isSilent = fault === "slow" || fault === "stalled";
      const error = await tryRun(isSilent ? { timeoutMs: 300 } : {}).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      if (!(error instanceof StopRunError))
        throw new Error("the run did not stop", { cause: error });
      expect([error.exitCode, error.message]).toEqual([exitCode, expect.stringMatching(line)]);
      // One line that says where.
      expect(error.message).toContain(urlOf(portal));
      expect(error.message).not.toContain("\n");

      const after = fingerprintFeed(`${folder}/feed`);
      expect(Object.keys(after)).toEqual(Object.keys(before));
      expect(Object.keys(after).filter((file) => after[file] !== before[file])).toEqual(renewed);
      const [last] = healthOf();
      expect(last).toMatchObject({ state: "failed", exitCode, message: error.message });
      expect(last?.reached).toBe(reached);
    },
  );

  it.each(harmless)("%s everywhere is read as if there were none", async (fault) => {
    portal.setFaults([fault]);
    const { counts } = await tryRun();
    expect(counts).toMatchObject({ skipped: 0, unchanged: counts.listed, documents: 0 });
    expect(counts.suppliers).toBeGreaterThan(0);
  });

  it.each<[FaultName, string]>([
    ["reset", "RetryableFetchError"],
    ["reset-body", "RetryableFetchError"],
    ["stalled", "RetryableFetchError"],
    ["error-500", "RetryableFetchError"],
    ["bad-gzip", "RetryableFetchError"],
    ["cut-page", "RetryableFetchError"],
    ["empty-page", "EmptyAnswerError"],
    ["gone", "PageGoneError"],
    ["unpublished", "PageGoneError"],
    ["no-labels", "PageChangedError"],
  ])("%s at one page skips it, and the run goes on", async (name, subject) => {
    const listed = portal.corpus.procedures.filter((each) => each.listed);
    const id = listed[3]?.id;
    portal.setFaults([{ name, where: (address) => address.endsWith(`/${id}`) }]);
    const { counts, findings } = await tryRun(name === "stalled" ? { timeoutMs: 1000 } : {});
    expect(counts).toMatchObject({
      listed: listed.length,
      skipped: 1,
      read: listed.length - 1,
      unchanged: listed.length - 1,
      withdrawn: 0,
    });
    expect(findings.filter(({ kind }) => kind === "skippedPage")).toMatchObject([
      { subject, count: 1, example: expect.stringContaining(`/${id}`) },
    ]);
  });

  it("forbidden at one page ends the run at once: nobody goes on who was sent away", async () => {
    const id = portal.corpus.procedures.filter((each) => each.listed).at(-2)?.id;
    portal.setFaults([{ name: "forbidden", where: (address) => address.endsWith(`/${id}`) }]);
    portal.requests.length = 0;
    await expect(tryRun({ concurrency: 1 })).rejects.toThrow(/HTTP 403/);
    expect(portal.requests.at(-1)?.path).toContain(id);
  });

  it("busy at one page is asked again after the second that it wants", async () => {
    const id = portal.corpus.procedures.find((each) => each.listed)?.id;
    portal.setFaults([{ name: "busy", where: (address) => address.endsWith(`/${id}`) }]);
    const { counts } = await tryRun({ maxRetryAfterMs: 2000 });
    expect(counts).toMatchObject({ skipped: 0, retries: 1, unchanged: counts.listed });
  });

  it("an incomplete chain is read once --ca names what it lacks, and a file that names nothing is wrong usage", async () => {
    portal.setFaults(["tls-incomplete"]);
    const file = path.join(folder, "ca.pem");
    const { authority = "", intermediate = "" } = portal.certificates ?? {};
    writeFileSync(file, `Lo que falta:\n${intermediate}\n${authority}\n`);
    const { counts } = await tryRun({ authorities: readAuthorities(file) });
    expect(counts.unchanged).toBe(counts.listed);
    writeFileSync(file, "nada");
    expect(() => readAuthorities(file)).toThrow(/ca\.pem: it holds no certificate.*--ca/);
    writeFileSync(file, authority.replace(/M/g, "N"));
    expect(() => readAuthorities(file)).toThrow(/its certificate 1 cannot be read.*--ca/);
    expect(() => readAuthorities(`${file}.no`)).toThrow(/cannot be read \(ENOENT\)/);
  });
});

describe("redirects between the portal's own names", () => {
  it("are followed from http to https, and to www", async () => {
    const portal = await openPortal({ procedures: 6, suppliers: 2, https: 0 });
    const authorities = [portal.certificates?.authority ?? ""];
    portal.setFaults(["to-https"]);
    const secure = await tryScrape(portal.url, makeFolder(), { authorities });
    expect(secure.counts).toMatchObject({ skipped: 0, read: secure.counts.listed });

    // Only the real host has a `www.`; here it lies on this machine.
    const lookup = vi
      .spyOn(dns, "lookup")
      .mockImplementation(((
        _host: string,
        _options: object,
        found: (error: null, addresses: dns.LookupAddress[]) => void,
      ) => found(null, [{ address: "127.0.0.1", family: 4 }])) as typeof dns.lookup); // The form that net uses.
    onTestFinished(() => lookup.mockRestore());
    portal.setFaults(["to-www"]);
    const real = `https://comprasestatal.durango.gob.mx:${portal.httpsPort}`;
    const { counts } = await tryScrape(real, makeFolder(), { authorities });
    expect(counts).toMatchObject({ skipped: 0, read: counts.listed });
    expect(lookup.mock.calls.map(([host]) => host)).toContain("www.comprasestatal.durango.gob.mx");
  });
});
