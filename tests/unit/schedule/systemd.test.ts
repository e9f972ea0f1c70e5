import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { runCommand } from "../../../scraper/commands/run.ts";
import { scheduleCommand } from "../../../scraper/commands/schedule.ts";
import { hasProgram } from "../recipes/run-step.ts";
import { makeFolder } from "../scraper/try-scrape.ts";
import { root } from "./workflow.ts";

const folder = path.join(root, "docs/programar/systemd");
const units = new Map(
  readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), "utf8")]),
);
const services = [...units].filter(([name]) => name.endsWith(".service"));

/** The lines of a unit that set something, without those about what it does. */
const hardeningOf = (text: string) =>
  text
    .slice(text.indexOf("DynamicUser="))
    .split("\n")
    .filter((line) => /^\w+=/.test(line) && !line.startsWith("WantedBy="));

describe("the units for systemd", () => {
  it("call commands and flags that exist", () => {
    const commands = [runCommand(), scheduleCommand()];
    for (const [name, text] of services) {
      const [, called, rest = ""] = /^ExecStart=\S+ \S+ (\S+)(.*)$/m.exec(text) ?? [];
      const command = commands.find((each) => each.name() === called);
      expect([name, command?.options.map(({ long }) => long)]).toEqual([
        name,
        expect.arrayContaining(rest.match(/--[\w-]+/g) ?? []),
      ]);
    }
    expect(services).toHaveLength(2);
  });

  it("shut in both services alike", () => {
    const [first, second] = services.map(([, text]) => hardeningOf(text));
    expect(first?.length).toBeGreaterThan(20);
    expect(second).toEqual(first);
  });

  describe.skipIf(!hasProgram("systemd-analyze"))(
    "(skipped where systemd is not installed)",
    () => {
      // The folders of a server are not here, but Node is.
      const here = makeHere();

      it.each([...units.keys()])("%s is one that systemd takes", (name) => {
        const { status, stderr } = spawnSync("systemd-analyze", ["verify", path.join(here, name)], {
          encoding: "utf8",
        });
        expect([status, stderr]).toEqual([0, ""]);
      });

      it.each(services.map(([name]) => name))("%s exposes little", (name) => {
        const args = ["security", "--offline=yes", "--threshold=25", path.join(here, name)];
        const { status, stdout } = spawnSync("systemd-analyze", args, { encoding: "utf8" });
        expect(status, stdout).toBe(0);
      });

      it("comes every six hours, by the hours of Durango", () => {
        const [, calendar = ""] = /^OnCalendar=(.*)$/m.exec(units.get("compras.timer") ?? "") ?? [];
        const args = [
          "calendar",
          "--iterations=4",
          "--base-time=2026-11-20 00:00:00 UTC",
          calendar,
        ];
        const said = execFileSync("systemd-analyze", args, {
          encoding: "utf8",
          env: { TZ: "UTC" },
        });
        const hours = [...said.matchAll(/(\d\d:17):00 UTC/g)];
        expect(new Set(hours.map(([, hour]) => hour))).toEqual(
          new Set(["00:17", "06:17", "12:17", "18:17"]),
        );
      });
    },
  );
});

function makeHere(): string {
  const here = makeFolder(afterAll);
  for (const [name, text] of units) {
    writeFileSync(path.join(here, name), text.replaceAll("/usr/bin/node", process.execPath));
  }
  return here;
}
