import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readHtml } from "../../../scraper/crawl/read-page.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { foldLabel } from "../../../shared/values/text.ts";
import { pageCases, pageDefinitions } from "../portal/page-cases.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");
/** What git keeps or would keep: everything but ignored files. */
const files = execFileSync(
  "git",
  ["ls-files", "-z", "--cached", "--others", "--exclude-standard"],
  {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  },
)
  .split("\0")
  .filter((file) => file !== "" && existsSync(join(root, file)));
const read = (file: string) => readFileSync(join(root, file), "utf8");
const code = files.filter((file) =>
  /^(shared|scraper|extension|fixtures|tests)\/.*\.tsx?$/.test(file),
);

describe("the rooms are as the house asks", () => {
  it("holds no file of code above 300 lines", () => {
    const rooms = code.filter((file) => !file.startsWith("tests/"));
    const long = rooms.map((file) => [file, read(file).split("\n").length - 1] as const);
    expect(
      long
        .filter(([, lines]) => lines > 300)
        .map(([file, lines]) => `${file} has ${lines} lines; split it by what it does`),
    ).toEqual([]);
  });

  it("ships two content scripts: every file in extension/contents is one", () => {
    expect(readdirSync(join(root, "extension/contents"))).toEqual(["portal.tsx", "room.ts"]);
  });

  it("names no folder of the machine it was written on", () => {
    const common = ["/", "/home", "/opt", "/srv", "/tmp", "/usr", "/var"];
    const folders = [root, dirname(root), homedir()].filter((folder) => !common.includes(folder));
    const absolute = new RegExp(`(?<![\\w/.])(?:${folders.join("|")})/`);
    const text = files.filter((file) => !/\.(png|ico|gz|jpg|mdb)$/.test(file));
    const faults = text.flatMap((file) => {
      const match = absolute.exec(read(file));
      return match ? [`${file} names the folder ${match[0]}`] : [];
    });
    expect(faults).toEqual([]);
  });

  it("imports zod as a namespace, which is the only form that the extension's bundler keeps whole", () => {
    const faults = code.filter((file) =>
      [...read(file).matchAll(/^import (?<what>[^;]*?) from "zod(?:\/[\w-]+)?";/gm)].some(
        ({ groups }) => !/^(type )?\* as z$/.test(groups?.what ?? ""),
      ),
    );
    expect(faults).toEqual([]);
  });

  it("keeps Node out of shared and of the extension", () => {
    const pure = code.filter((file) => /^(shared|extension)\//.test(file));
    expect(pure.filter((file) => /from "node:|import\("node:/.test(read(file)))).toEqual([]);
  });

  it("has the extension poll for nothing: it is told, or it is woken by its alarm", () => {
    const extension = code.filter((file) => file.startsWith("extension/"));
    expect(extension.filter((file) => /setInterval/.test(read(file)))).toEqual([]);
  });

  it("keeps cheerio out of the extension", () => {
    const extension = code.filter((file) => file.startsWith("extension/"));
    expect(extension.filter((file) => /from "cheerio/.test(read(file)))).toEqual([]);
  });
});

describe("the interface speaks Spanish and English", () => {
  const messagesOf = (language: string): Record<string, { message: string }> =>
    JSON.parse(read(`locales/${language}/messages.json`));
  const spanish = messagesOf("es");
  const english = messagesOf("en");

  it("has every message in both languages", () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(spanish).sort());
  });

  it("fills the same places in both languages", () => {
    const places = (message = "") =>
      [...message.matchAll(/\$\w+\$?/g)].map(([place]) => place.toLowerCase()).sort();
    for (const key of Object.keys(spanish)) {
      expect([key, places(english[key]?.message)]).toEqual([key, places(spanish[key]?.message)]);
    }
  });

  it("has no message that the browser refuses, and the extension with it: `$1$` is a placeholder of its own", () => {
    const refused = [...Object.entries(spanish), ...Object.entries(english)].filter(
      ([, { message }]) => /\$\w+\$/.test(message),
    );
    expect(refused.map(([key]) => key)).toEqual([]);
  });

  it("has no message that says nothing", () => {
    const empty = [...Object.entries(spanish), ...Object.entries(english)].filter(
      ([, { message }]) => message.trim() === "",
    );
    expect(empty.map(([key]) => key)).toEqual([]);
  });
});

describe("every page has its saved cases", () => {
  const cases = pageCases();

  it("lists every page definition in page-cases.ts", () => {
    const declared = readdirSync(join(root, "shared/portal/pages"))
      .map((file) => file.replace(/\.ts$/, ""))
      .filter((name) => name !== "definition");
    expect(pageDefinitions.map(({ id }) => id).sort()).toEqual(declared.sort());
  });

  it("has no expected file without its page", () => {
    const stray = files.filter(
      (file) =>
        /^fixtures\/pages\/.*\.expected\.json$/.test(file) &&
        !files.includes(file.replace(/\.expected\.json$/, ".html")),
    );
    expect(stray).toEqual([]);
  });

  it("says in every saved page where it comes from", () => {
    const silent = cases.filter(
      ({ html }) => !/^<!-- (Made|Saved) page/.test(Buffer.from(html).toString("latin1")),
    );
    expect(silent.map(({ definition, name }) => `${definition.id}/${name}.html`)).toEqual([]);
  });

  describe.each(pageDefinitions.map((definition) => [definition.id, definition] as const))(
    "%s",
    (id, definition) => {
      const own = cases.filter((pageCase) => pageCase.definition.id === id);
      const labelsOf = own.map(
        ({ html, charset }) =>
          new Set(readHtml(html, charset, definition, durango).labels.map(foldLabel)),
      );

      it("has a case", () => {
        expect(own.length, `add fixtures/pages/${id}/<case>.html`).toBeGreaterThan(0);
      });

      it("shows every label of the profile in some case", () => {
        const missing = Object.values(durango.labels[id])
          .flat()
          .filter((label) => !labelsOf.some((labels) => labels.has(foldLabel(label))));
        expect(missing, `labels without a saved page under fixtures/pages/${id}`).toEqual([]);
      });

      it("shows every field absent in some case: a required one where the page is refused, an optional one where it is read", () => {
        const never = Object.entries(definition.fields).filter(([key, field]) => {
          const labels = (durango.labels[id][key] ?? []).map(foldLabel);
          return !own.some(({ expected }, index) => {
            const isRefused =
              typeof expected === "object" && expected !== null && "error" in expected;
            return (
              isRefused === "required" in field &&
              !labels.some((label) => labelsOf[index]?.has(label))
            );
          });
        });
        expect(never.map(([key]) => key)).toEqual([]);
      });

      it("knows in its profile the labels of every field, and of no other", () => {
        expect(Object.keys(durango.labels[id]).sort()).toEqual(
          Object.keys(definition.fields).sort(),
        );
      });
    },
  );
});
