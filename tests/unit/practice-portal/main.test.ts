import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { get } from "node:https";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { startPracticePortal } from "../../../fixtures/practice-portal/server.ts";

const program = fileURLToPath(
  new URL("../../../fixtures/practice-portal/main.ts", import.meta.url),
);

function start(...flags: string[]): ChildProcess & { stdout: NodeJS.ReadableStream } {
  const child = spawn(process.execPath, ["--import", "tsx", program, ...flags], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill());
  return child;
}

async function runToEnd(...flags: string[]): Promise<{ code: number | null; stderr: string }> {
  const child = start(...flags);
  let stderr = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const [code] = (await once(child, "close")) as [number | null]; // What the event "close" carries.
  return { code, stderr };
}

describe("the program of the practice portal", () => {
  it("prints its addresses as one line of JSON once it listens, and ends cleanly when told to", async () => {
    const ca = path.join(mkdtempSync(path.join(tmpdir(), "compras-test-")), "ca.pem");
    onTestFinished(() => rmSync(path.dirname(ca), { recursive: true }));
    const reports = path.join(path.dirname(ca), "informes");
    const https = ["--https", "0", "--ca", ca, "--reports", reports];
    const child = start("--port", "0", ...https, "--procedures", "20", "--list", "json");
    const [line] = (await once(createInterface(child.stdout), "line")) as [string]; // A line is a string.
    const [first = ""] = readdirSync(reports);
    expect(first).toMatch(/^formato-4333[56]-\d\d\.xlsx$/);
    expect(readFileSync(path.join(reports, first)).subarray(0, 2).toString()).toBe("PK");
    const { url, httpsUrl } = JSON.parse(line) as { url: string; httpsUrl: string };
    expect(httpsUrl).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    const summary = await (await fetch(`${url}/__verdad__/resumen.json`)).json();
    expect(summary).toMatchObject({ procedures: 20 });
    const isTrusted = new Promise((resolve, reject) => {
      get(httpsUrl, { ca: readFileSync(ca) }, (response) => resolve(response.statusCode)).once(
        "error",
        reject,
      );
    });
    expect(await isTrusted).toBe(200);
    child.kill("SIGTERM");
    expect(await once(child, "close")).toEqual([0, null]);
  });

  it.each([
    ["an unknown fault", ["--fault", "nada"], "Choose one of slow,"],
    ["an authority of no certificate", ["--ca", "x.pem"], "--ca needs --https"],
    ["a day that does not exist", ["--today", "2026-02-30"], "a day such as 2026-03-18"],
  ])("refuses %s with one line and code 2", async (_case, flags, message) => {
    const { code, stderr } = await runToEnd(...flags);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });

  it("says in one line what to do when the port is taken", async () => {
    const portal = await startPracticePortal({ procedures: 1 });
    onTestFinished(() => portal.close());
    const port = new URL(portal.url).port;
    const { code, stderr } = await runToEnd("--port", port, "--procedures", "1");
    expect([code, stderr]).toEqual([
      1,
      `Port ${port} is in use: end what uses it, or choose another with --port (0 takes any free one).\n`,
    ]);
  });
});
