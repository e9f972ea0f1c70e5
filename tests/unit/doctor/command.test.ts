import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { printReport } from "../../../scraper/doctor/print-report.ts";
import { questions } from "../../../scraper/doctor/questions.ts";
import { runBundled } from "../scraper/run-program.ts";
import { makeFolder, openPortal } from "../scraper/try-scrape.ts";
import { tryDoctor } from "./try-doctor.ts";

it("is a program: a report for machines on standard output, a sample in a folder, exit code 4 for a portal that has changed", async () => {
  const portal = await openPortal({ procedures: 8, suppliers: 3, faults: ["no-labels"] });
  const folder = makeFolder();
  const args = ["doctor", "--portal", portal.url, "--delay", "0", "--json", "--save", "muestra"];
  const { code, stdout, stderr } = await runBundled(args, folder);
  expect(code).toBe(4);
  const report = JSON.parse(stdout);
  expect(report).toMatchObject({ profile: "durango", verdict: { fit: "doesNotFit" } });
  expect(report.replies.map(({ id }: { id: string }) => id)).toEqual(questions.map(({ id }) => id));
  expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
  expect(stderr).toMatch(/\d+ files were written to muestra\. Read them before/);
  expect(existsSync(join(folder, "muestra/perfil-propuesto.json"))).toBe(true);
});

it("reports to people as the page on the first contact shows", async () => {
  const page = readFileSync(
    fileURLToPath(new URL("../../../docs/primer-contacto.md", import.meta.url)),
    "utf8",
  );
  const portal = await openPortal({ procedures: 60, suppliers: 8, faults: ["no-labels"] });
  const { report } = await tryDoctor(portal.url);
  const printed = printReport(report).replaceAll(portal.url, "http://127.0.0.1:8788");
  const shown = [...page.matchAll(/```text\n([\s\S]*?)```/g)].map(([, text = ""]) => text);
  expect(shown.length).toBeGreaterThan(2);
  for (const text of shown) expect(printed).toContain(text);
});
