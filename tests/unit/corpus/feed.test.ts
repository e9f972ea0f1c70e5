import { describe, expect, it } from "vitest";
import {
  fetchChecked,
  fetchIndex,
  fetchManifest,
  fetchSubscriptions,
} from "../../../extension/corpus/feed.ts";
import { ExtensionIndex } from "../../../shared/feed/index-schema.ts";
import { makeManifest } from "./make-manifest.ts";
import { breaksOff, serveFiles } from "./serve-files.ts";

describe("an answer that breaks off", () => {
  const manifest = makeManifest();
  it.each([
    ["manifest", "extension/index.json", (url: string) => fetchManifest(url, "durango")],
    ["rows", `extension/${manifest.path}`, (url: string) => fetchIndex(url, manifest)],
    ["subscriptions", "suscripciones.json", (url: string) => fetchSubscriptions(url)],
    ["details", "a.json", (url: string) => fetchChecked(`${url}a.json`, "", ExtensionIndex)],
  ])("is no answer: %s", async (_what, path, read) => {
    const { url } = await serveFiles({ [`/${path}`]: breaksOff });
    await expect(read(url)).rejects.toMatchObject({
      problem: { kind: "unreachable", detail: url + path },
    });
  });
});

describe("the manifest", () => {
  it("is read as it is published", async () => {
    const manifest = makeManifest();
    const { url } = await serveFiles({ "/extension/index.json": JSON.stringify(manifest) });
    expect(await fetchManifest(url, "durango")).toEqual(manifest);
  });

  it("is refused with a message where it has no end", async () => {
    const endless = JSON.stringify(makeManifest()) + " ".repeat(2 ** 20);
    const { url } = await serveFiles({ "/extension/index.json": endless });
    await expect(fetchManifest(url, "durango")).rejects.toMatchObject({
      problem: { kind: "tooLarge", detail: "bytes > 1048576" },
    });
  });
});
