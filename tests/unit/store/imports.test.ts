import { describe, expect, it, onTestFinished } from "vitest";
import { hashContent } from "../../../scraper/store/content-hash.ts";
import { allImports, type ImportReport, runImport } from "../../../scraper/store/imports.ts";
import { openStore } from "../../../scraper/store/open-store.ts";
import { undoImport } from "../../../scraper/store/undo-import.ts";
import { complaintOf, runBundled } from "../scraper/run-program.ts";
import { makeFolder } from "../scraper/try-scrape.ts";

const report: ImportReport = {
  counts: { suppliers: 2 },
  notTaken: [{ sheet: "Hoja1", row: 4, reason: "there is no name" }],
  notes: [],
};
const noon = (day: number) => ({
  at: new Date(Date.UTC(2026, 2, day, 18)),
  timeZone: "America/Monterrey",
});
const file = (name: string, digit = "0") =>
  ({ kind: "padron", source: name, sha256: digit.repeat(64) }) as const;

function openImports() {
  const store = openStore(`${makeFolder()}/compras.sqlite`);
  onTestFinished(() => store.close());
  return store;
}

describe("an import", () => {
  it("is kept with its source, its report and a name of its own", async () => {
    const store = openImports();
    await runImport(store, file("Padrón 2026.xlsx", "1"), noon(1), () => report);
    await runImport(
      store,
      file("https://example.org/datos/Padrón 2026.csv?v=2", "2"),
      noon(2),
      () => report,
    );
    expect(allImports(store)).toEqual([
      {
        id: 1,
        kind: "padron",
        name: "padron-padron-2026",
        source: "Padrón 2026.xlsx",
        sha256: "1".repeat(64),
        importedAt: "2026-03-01T12:00:00-06:00",
        report,
      },
      expect.objectContaining({ id: 2, name: "padron-padron-2026-2" }),
    ]);
  });

  it("is all or nothing", async () => {
    const store = openImports();
    const before = hashContent(store);
    const fails = () =>
      runImport(store, file("a.csv"), noon(1), () => {
        store.prepare("INSERT INTO suppliers (id, row) VALUES ('1', '{}')").run();
        throw new Error("the file ends in the middle of a row");
      });
    await expect(fails()).rejects.toThrow("ends in the middle");
    expect(hashContent(store)).toBe(before);
  });

  it("leaves no trace of a dry run, which tells the same", async () => {
    const store = openImports();
    const before = hashContent(store);
    const dry = await runImport(store, file("a.csv"), { ...noon(1), isDryRun: true }, () => report);
    expect(hashContent(store)).toBe(before);
    expect(await runImport(store, file("a.csv"), noon(1), () => report)).toEqual(dry);
  });

  it("does not take the same file twice, unless it was undone", async () => {
    const store = openImports();
    await runImport(store, file("a.csv"), noon(1), () => report);
    const again = () => runImport(store, file("b.csv"), noon(2), () => report);
    await expect(again()).rejects.toThrow(
      "b.csv: this very file was taken in on 2026-03-01 as padron-a.",
    );
    undoImport(store, "padron-a", noon(2));
    expect((await again()).name).toBe("padron-b");
  });

  it("stays in the list once it is undone, which shows in the store's content", async () => {
    const store = openImports();
    await runImport(store, file("a.csv"), noon(1), () => report);
    const before = hashContent(store);
    expect(undoImport(store, "padron-a", noon(3))).toMatchObject({
      undoneAt: "2026-03-03T12:00:00-06:00",
    });
    expect(allImports(store).map(({ name }) => name)).toEqual(["padron-a"]);
    expect(hashContent(store)).not.toBe(before);
    expect(() => undoImport(store, "padron-a", noon(4))).toThrow("undone already, on 2026-03-03");
    expect(() => undoImport(store, "padron-b", noon(4))).toThrow(
      'no import of the name "padron-b"',
    );
  });
});

describe("compras imports", () => {
  it("lists and undoes by name, wherever --store stands, and says in one line what is wrong", async () => {
    const folder = makeFolder();
    const store = openStore(`${folder}/other.sqlite`);
    await runImport(store, file("a.csv"), noon(1), () => report);
    store.close();
    const run = async (...args: string[]) => {
      const end = await runBundled(["imports", ...args], folder);
      return { code: end.code, out: end.stdout, complaint: complaintOf(end) };
    };
    const undone = "padron-a is undone. Publish to bring that into the feed.\n";
    expect(await run("undo", "padron-a", "--store", "other.sqlite")).toMatchObject({
      code: 0,
      out: undone,
    });
    const again = await run("--store", "other.sqlite", "undo", "padron-a");
    expect(again).toMatchObject({ code: 1, complaint: [expect.stringMatching(/undone already/)] });
    expect(await run("undo")).toMatchObject({
      code: 2,
      complaint: [expect.stringMatching(/missing required argument 'name'/)],
    });
  });
});
