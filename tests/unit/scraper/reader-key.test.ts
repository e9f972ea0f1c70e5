import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { readerKey, readingCode } from "../../../scraper/crawl/reader-key.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";

const root = path.resolve(import.meta.dirname, "../../..");

it("knows a reader by all of its code: whatever that imports", () => {
  const code = new Set(readingCode());
  const missing = [...code].flatMap((file) => {
    const text = readFileSync(path.join(root, file), "utf8");
    const imports = [...text.matchAll(/^import (?!type)[^;]*? from "(\.[^"]+)";/gm)];
    return imports
      .map(([, target = ""]) => path.posix.join(path.posix.dirname(file), target))
      .filter((target) => !code.has(target));
  });
  expect(missing, "add them to scraper/crawl/reader-key.ts").toEqual([]);
  expect(code).toContain("shared/portal/read-record.ts");
});

it("knows a reader by its profile, but not by where the portal is found", () => {
  const key = readerKey(durango);
  expect(readerKey({ ...durango, baseUrl: "http://127.0.0.1:8788" })).toBe(key);
  expect(readerKey({ ...durango, junk: [] })).not.toBe(key);
});
