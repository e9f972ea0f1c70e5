import { describe, expect, it } from "vitest";
import type { FaultName } from "../../../fixtures/practice-portal/server.ts";
import { inspectTls } from "../../../scraper/doctor/tls-chain.ts";
import { exitCodes } from "../../../scraper/errors.ts";
import { openPortal } from "../scraper/try-scrape.ts";
import { answersOf, tryDoctor } from "./try-doctor.ts";

const openSecure = (faults: FaultName[] = []) =>
  openPortal({ procedures: 4, suppliers: 2, https: 0, faults });

describe("doctor, on certificates", () => {
  it.each<[FaultName, RegExp]>([
    [
      "tls-incomplete",
      /^no: .*UNABLE_TO_VERIFY_LEAF_SIGNATURE.* The chain ends before "Autoridad intermedia de práctica"\. TLSv1\.3, issued by "Autoridad intermedia de práctica", valid until \d{4}-\d{2}-\d{2}$/,
    ],
    ["tls-self-signed", /^no: .*signed by itself.*DEPTH_ZERO_SELF_SIGNED_CERT\)\. TLSv1\.3/],
    ["tls-expired", /^no: .*has expired.*valid until 20\d{2}/],
    ["tls-wrong-host", /^no: .*is of another host/],
  ])("says what is the matter, and reads nothing: %s", async (fault, answer) => {
    const portal = await openSecure([fault]);
    const authorities = [portal.certificates?.authority ?? ""];
    const examination = await tryDoctor(portal.httpsUrl ?? "", { authorities });
    expect(answersOf(examination).tls).toMatch(answer);
    expect(examination.report).toMatchObject({
      exitCode: exitCodes.failed,
      verdict: { fit: "notSeen", sentence: expect.stringMatching(/the portal's certificate/) },
    });
    expect(portal.requests).toEqual([]);
  });

  it("reads over a chain that is whole, and names it", async () => {
    const portal = await openSecure();
    const authorities = [portal.certificates?.authority ?? ""];
    const examination = await tryDoctor(portal.httpsUrl ?? "", { authorities });
    expect(examination.report).toMatchObject({ verdict: { fit: "fits" } });
    expect(answersOf(examination).tls).toMatch(/^yes; TLSv1\.3, issued by "Autoridad intermedia/);
  });

  it("sees who is in a chain, whether it is trusted or not", async () => {
    const portal = await openSecure();
    const { httpsUrl = "", certificates } = portal;
    const names = ["comprasestatal.durango.gob.mx", "Autoridad intermedia de práctica"];
    const untrusted = await inspectTls(new URL(httpsUrl), 2000);
    expect(untrusted).toMatchObject({ chain: names.map((subject) => ({ subject })) });
    expect(untrusted).toHaveProperty("fault", expect.stringMatching(/UNABLE_TO_GET_ISSUER/));
    const trusted = await inspectTls(new URL(httpsUrl), 2000, [certificates?.authority ?? ""]);
    expect(trusted).toMatchObject({ fault: undefined });
  });

  it("says what else keeps a connection from being made", async () => {
    const portal = await openPortal({ procedures: 1, suppliers: 1 });
    const facts = await inspectTls(new URL(portal.url.replace("http:", "https:")), 2000);
    expect(facts).toEqual({ error: expect.stringMatching(/SSL|EPROTO|ECONNRESET/) });
  });
});
