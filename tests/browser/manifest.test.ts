import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { extensionFolder } from "./support/build-extension.ts";

const manifest = JSON.parse(readFileSync(join(extensionFolder, "manifest.json"), "utf8"));
const portal = [
  "https://comprasestatal.durango.gob.mx/*",
  "https://www.comprasestatal.durango.gob.mx/*",
];

describe("the built manifest", () => {
  it("asks for the portal, storage, alarms and the side panel, later for notifications, and nothing else", () => {
    const { permissions, host_permissions, optional_permissions, optional_host_permissions } =
      manifest;
    expect({
      permissions,
      host_permissions,
      optional_permissions,
      optional_host_permissions,
    }).toEqual({
      permissions: ["sidePanel", "storage", "alarms"],
      host_permissions: portal,
      optional_permissions: ["notifications"],
      optional_host_permissions: undefined,
    });
  });

  it("has two content scripts, on the portal alone: one that makes room at once, and the overlay", () => {
    const scripts: { matches: string[]; run_at: string }[] = manifest.content_scripts;
    expect(scripts.map(({ matches, run_at }) => ({ matches, run_at }))).toEqual(
      expect.arrayContaining([
        { matches: portal, run_at: "document_start" },
        { matches: portal, run_at: "document_idle" },
      ]),
    );
    expect(scripts.length).toBe(2);
  });
});

describe("the built content scripts", () => {
  const fileOf = (runAt: string): string => {
    const { js } = manifest.content_scripts.find(
      ({ run_at }: { run_at: string }) => run_at === runAt,
    );
    return join(extensionFolder, js[0]);
  };

  it("stay under 300 KB together, and the one that the page waits for under 20", () => {
    const sizeOf = (runAt: string): number => statSync(fileOf(runAt)).size;
    const first = sizeOf("document_start");
    expect(first).toBeLessThan(20 * 1024);
    expect(first + sizeOf("document_idle")).toBeLessThan(300 * 1024);
  });

  it("leave to the worker what is large: neither zod nor what writes calendars is in the panel's", () => {
    expect(readFileSync(fileOf("document_idle"), "utf8")).not.toMatch(/_zod|vtimezone/i);
  });

  it("carries no address but the portal's, the feed's default and names of standards", () => {
    const scripts = readdirSync(extensionFolder, { recursive: true, encoding: "utf8" }).filter(
      (name) => name.endsWith(".js"),
    );
    const hosts = new Set(
      scripts.flatMap((name) =>
        [
          ...readFileSync(join(extensionFolder, name), "utf8").matchAll(
            /https?:\/\/([a-z0-9.-]+)/gi,
          ),
        ].map(([, host]) => host),
      ),
    );
    expect([...hosts].sort()).toMatchInlineSnapshot(`
      [
        ".",
        "127.0.0.1",
        "bit.ly",
        "comprasestatal.durango.gob.mx",
        "creativecommons.org",
        "feross.org",
        "json-schema.org",
        "portal",
        "purl.org",
        "schemas.microsoft.com",
        "schemas.openxmlformats.org",
        "tinyurl.com",
        "www.comprasestatal.durango.gob.mx",
        "www.w3.org",
        "www.wps.cn",
      ]
    `);
  });
});
