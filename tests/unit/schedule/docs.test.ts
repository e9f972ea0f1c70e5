import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { publishCommand } from "../../../scraper/commands/publish.ts";
import { runCommand } from "../../../scraper/commands/run.ts";
import { scheduleCommand } from "../../../scraper/commands/schedule.ts";
import { scrapeCommand } from "../../../scraper/commands/scrape.ts";
import { statusCommand } from "../../../scraper/commands/status.ts";
import { exitCodes } from "../../../scraper/errors.ts";
import { root } from "./workflow.ts";

const folder = path.join(root, "docs/programar");
const pages = readdirSync(folder).filter((name) => name.endsWith(".md"));
const read = (name: string) => readFileSync(path.join(folder, name), "utf8");
const commands = [
  runCommand(),
  scrapeCommand(),
  publishCommand(),
  scheduleCommand(),
  statusCommand(),
];

describe("the pages on publishing by itself", () => {
  it.each(pages)("%s calls only commands and flags that exist", (page) => {
    const calls = read(page).matchAll(/(?:compras -- |bin\.js )(?<name>\w+)(?<rest>[^\n`|>]*)/g);
    for (const { groups } of calls) {
      const command = commands.find((each) => each.name() === groups?.name);
      expect([groups?.name, command?.options.map(({ long }) => long)]).toEqual([
        groups?.name,
        expect.arrayContaining(groups?.rest?.match(/--[\w-]+/g) ?? []),
      ]);
    }
  });

  it.each(pages)("%s leads only to pages, parts of pages and files that are there", (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)];
    const lost = links.filter(([, file, part]) => {
      const target = path.join(folder, file || page);
      return !existsSync(target) || (part && !anchorsOf(readFileSync(target, "utf8")).has(part));
    });
    expect(lost.map(([link]) => link)).toEqual([]);
  });

  it("are all in the list, which says what to do about every exit code", () => {
    const list = read("README.md");
    const others = pages.filter((name) => name !== "README.md");
    expect(others.filter((name) => !list.includes(`(${name}`))).toEqual([]);
    const codes = Object.values(exitCodes);
    expect(codes.filter((code) => !list.includes(`\n| ${code} | `))).toEqual([]);
  });

  it("say plainly that the workflow was not run on GitHub", () => {
    expect(read("github-actions.md")).toContain("todavía no se ha ejecutado en GitHub");
  });
});

/** What GitHub makes of headings: `## Cómo va` is `#cómo-va`. */
function anchorsOf(text: string): Set<string> {
  const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = ""]) => title);
  return new Set(
    headings.map((title) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, "")
        .replaceAll(" ", "-"),
    ),
  );
}
