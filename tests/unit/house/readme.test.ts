import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { feedPaths } from "../../../shared/feed/paths.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const commands = readdirSync(`${root}scraper/commands`).map((file) => file.replace(/\.ts$/, ""));
/** The first part of every published path: what a reader of the feed's folder sees. */
const published = Object.values(feedPaths)
  .map((path) => (typeof path === "string" ? path : path("<year>")))
  .map((path) => (path.includes("/") ? `${path.split("/")[0]}/` : path));

describe.each([
  ["README.md", "has not been verified", "<year>"],
  ["README.es.md", "no se ha verificado", "<año>"],
])("%s", (file, unverified, year) => {
  const text = readFileSync(root + file, "utf8");

  it("has a row for every command", () => {
    expect(commands.filter((command) => !text.includes(`\n| \`${command}\` |`))).toEqual([]);
  });

  it("names everything that is published", () => {
    const names = [...new Set(published)].map((path) => path.replace("<year>", year));
    expect(names.filter((name) => !text.includes(`\`${name}`))).toEqual([]);
  });

  it("says that the live portal's layout is unverified", () => {
    expect(text).toContain(unverified);
  });

  it("shows only pictures and files that are there", () => {
    const links = [...text.matchAll(/(?:\]\(|src=")(?!https?:)([^)"]+)/g)].map(
      ([, link]) => link ?? "",
    );
    expect(links.filter((link) => !existsSync(root + link))).toEqual([]);
  });
});
