import { once } from "node:events";
import { expect, it } from "vitest";
import { complaintOf, runProgram, startProgram } from "./run-program.ts";
import { makeFolder } from "./try-scrape.ts";

it("starts the practice portal with the arguments it is given, and ends it when told to end", async () => {
  const { child, end } = startProgram(
    ["practice-portal", "--port", "0", "--procedures", "3"],
    makeFolder(),
  );
  if (!child.stdout) throw new Error("the program has no standard output");
  const [line] = await once(child.stdout, "data");
  const { url }: { url: string } = JSON.parse(String(line));
  const truth = await fetch(`${url}/__verdad__/procedimientos.json`);
  expect(await truth.json()).toHaveLength(3);
  child.kill("SIGTERM");
  expect((await end).code).toBe(0);
}, 60_000);

it("hands on how the practice portal ends", async () => {
  const wrong = await runProgram(["practice-portal", "--fault", "none-such"], makeFolder());
  expect(wrong.code).toBe(2);
  expect(complaintOf(wrong).join(" ")).toMatch(/--fault/);
  const help = await runProgram(["practice-portal", "--help"], makeFolder());
  expect(help).toMatchObject({ code: 0, stdout: expect.stringContaining("--procedures") });
}, 60_000);
