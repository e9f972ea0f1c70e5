import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { type CertificateField, generate } from "selfsigned";
import { describe, expect, it, onTestFinished } from "vitest";
import { inspectTls } from "../../../scraper/doctor/tls-chain.ts";
import { exitCodes } from "../../../scraper/errors.ts";
import { openPortal } from "../scraper/try-scrape.ts";
import { answersOf, tryDoctor } from "./try-doctor.ts";

const named = (value: string): CertificateField[] => [{ name: "commonName", value }];
const curve = { keyType: "ec", curve: "P-256", algorithm: "sha256" } as const;

/** A server whose certificate somebody else has issued, who is not in the chain that it sends. */
async function openIncomplete(): Promise<{ url: string; authority: string }> {
  const authority = await generate(named("Autoridad de prueba"), {
    ...curve,
    extensions: [{ name: "basicConstraints", cA: true, critical: true }],
  });
  const leaf = await generate(named("portal.prueba"), {
    ...curve,
    ca: { key: authority.private, cert: authority.cert },
    extensions: [{ name: "subjectAltName", altNames: [{ type: 7, ip: "127.0.0.1" }] }],
  });
  const server = createServer({ key: leaf.private, cert: leaf.cert }, (_request, response) => {
    response.writeHead(404).end("nada");
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  onTestFinished(() => void server.close().closeAllConnections());
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  return { url: `https://127.0.0.1:${port}`, authority: authority.cert };
}

describe("doctor, on certificates", () => {
  it("names the certificate that a chain lacks, and reads nothing", async () => {
    const { url } = await openIncomplete();
    const examination = await tryDoctor(url);
    expect(answersOf(examination).tls).toMatch(
      /^no \(UNABLE_TO_VERIFY_LEAF_SIGNATURE\): its chain lacks the certificate of "Autoridad de prueba"; save it as PEM and name the file with --ca; TLSv1\.3, issued by Autoridad de prueba, valid until \d{4}-\d{2}-\d{2}$/,
    );
    expect(examination.report).toMatchObject({
      exitCode: exitCodes.failed,
      verdict: {
        fit: "notSeen",
        sentence: expect.stringMatching(/certificate cannot be verified/),
      },
    });
  });

  it("finds nothing wrong once that certificate is trusted", async () => {
    const { url, authority } = await openIncomplete();
    expect(await inspectTls(new URL(url), 2000, [authority])).toMatchObject({
      protocol: "TLSv1.3",
      fault: undefined,
      chain: [
        { subject: "portal.prueba", issuer: "Autoridad de prueba" },
        { subject: "Autoridad de prueba" },
      ],
    });
  });

  it("tells a certificate that nobody but itself vouches for", async () => {
    const portal = await openPortal({ procedures: 1, suppliers: 1, https: 0 });
    const examination = await tryDoctor(portal.httpsUrl ?? "");
    expect(answersOf(examination).tls).toMatch(
      /^no \(DEPTH_ZERO_SELF_SIGNED_CERT\): if you trust it/,
    );
    expect(portal.requests).toEqual([]);
  });

  it("says what else keeps a connection from being made", async () => {
    const portal = await openPortal({ procedures: 1, suppliers: 1 });
    const facts = await inspectTls(new URL(portal.url.replace("http:", "https:")), 2000);
    expect(facts).toEqual({ error: expect.stringMatching(/SSL|EPROTO|ECONNRESET/) });
  });
});
