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

  it("has one content script, on the portal alone", () => {
    expect(manifest.content_scripts.map(({ matches }: { matches: string[] }) => matches)).toEqual([
      portal,
    ]);
  });
});

describe("the built content script", () => {
  const [{ js }] = manifest.content_scripts as [{ js: [string] }];

  it("stays under 300 KB", () => {
    expect(statSync(join(extensionFolder, js[0])).size).toBeLessThan(300 * 1024);
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
