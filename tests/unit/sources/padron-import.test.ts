import { describe, expect, it, onTestFinished } from "vitest";
import { importRegistry } from "../../../scraper/sources/padron/import-registry.ts";
import { hashContent } from "../../../scraper/store/content-hash.ts";
import { openStore } from "../../../scraper/store/open-store.ts";
import { allSupplierChanges } from "../../../scraper/store/supplier-changes.ts";
import { allSuppliers, replaceSuppliers } from "../../../scraper/store/suppliers.ts";
import { undoImport } from "../../../scraper/store/undo-import.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { makeFolder } from "../scraper/try-scrape.ts";

const fileOf = (bytes: Uint8Array | string, name = "padron.csv") => ({
  name,
  bytes: Buffer.from(bytes),
});
describe("an import of the registry", () => {
  const day = (date: number) => ({
    at: new Date(Date.UTC(2026, 2, date, 18)),
    timeZone: "America/Monterrey",
  });
  const csv = (...rows: string[]) => `Folio,RFC,Nombre,Municipio\n${rows.join("\n")}\n`;
  const [a, b, c] = ["1,ZZA010203AB3,UNA,Lerdo", "2,,DOS,Nazas", "3,,TRES,"];
  function openRegistry() {
    const store = openStore(`${makeFolder()}/compras.sqlite`);
    onTestFinished(() => store.close());
    const names = () =>
      allSuppliers(store).map(({ name, importName }) => `${name} ${importName ?? "portal"}`);
    const changes = () =>
      allSupplierChanges(store).map(
        ({ seq, date, change, name, importName, isFirstReading, isUndo }) =>
          [seq, date, change, name, importName, isFirstReading && "first", isUndo && "undo"]
            .filter((part) => part !== undefined)
            .join(" "),
      );
    const take = (date: number, name: string, ...rows: string[]) =>
      importRegistry(store, fileOf(csv(...rows), `${name}.csv`), durango, day(date));
    return { store, names, changes, take };
  }

  it("counts in the place of the one before, and its undoing brings that back; the changes are all kept", async () => {
    const { store, names, changes, take } = openRegistry();
    const { report } = await take(1, "enero", a, b);
    expect(report.counts).toMatchObject({ suppliers: 2, added: 2, removed: 0, changed: 0 });
    await take(2, "febrero", a.replace("Lerdo", "Topia"), c);
    expect(names()).toEqual(["TRES padron-febrero", "UNA padron-febrero"]);
    undoImport(store, "padron-febrero", day(3));
    expect(names()).toEqual(["DOS padron-enero", "UNA padron-enero"]);
    undoImport(store, "padron-enero", day(4));
    expect(names()).toEqual([]);
    expect(changes()).toEqual([
      "1 2026-03-01 added UNA padron-enero first",
      "2 2026-03-01 added DOS padron-enero first",
      "3 2026-03-02 changed UNA padron-febrero",
      "4 2026-03-02 added TRES padron-febrero",
      "5 2026-03-02 removed DOS padron-febrero",
      "6 2026-03-03 changed UNA padron-febrero undo",
      "7 2026-03-03 added DOS padron-febrero undo",
      "8 2026-03-03 removed TRES padron-febrero undo",
      "9 2026-03-04 removed UNA padron-enero undo",
      "10 2026-03-04 removed DOS padron-enero undo",
    ]);
  });

  it("is undone without a change where a later one has taken its place", async () => {
    const { store, names, changes, take } = openRegistry();
    await take(1, "enero", a);
    await take(2, "febrero", a, b);
    undoImport(store, "padron-enero", day(3));
    expect(changes()).toHaveLength(2);
    expect(names()).toEqual(["DOS padron-febrero", "UNA padron-febrero"]);
  });

  it("stays beside the portal's own registry, which wins where both name a supplier", async () => {
    const { store, names, changes, take } = openRegistry();
    replaceSuppliers(
      store,
      [
        { id: "p1", name: "UNA, S.A.", rfc: "ZZA010203AB3", activities: [] },
        { id: "p2", name: "Dos", activities: [] },
        // Two persons of one name, told apart by their numbers.
        { id: "p3", name: "TRES", registryNumber: "33", activities: [] },
      ],
      "2026-03-01T12:00:00-06:00",
    );
    await take(2, "enero", a, b, c);
    expect(names()).toEqual(["Dos portal", "TRES padron-enero", "TRES portal", "UNA, S.A. portal"]);
    expect(changes().slice(0, 4)).toEqual([
      "1 2026-03-01 added UNA, S.A. first",
      "2 2026-03-01 added Dos first",
      "3 2026-03-01 added TRES first",
      "4 2026-03-02 added UNA padron-enero first",
    ]);
  });

  it("is called as one likes, and changes nothing in a dry run or where the file cannot be read", async () => {
    const { store } = openRegistry();
    const before = hashContent(store);
    const file = fileOf(csv(a));
    const dry = { ...day(1), isDryRun: true };
    expect((await importRegistry(store, file, durango, dry)).report.counts.suppliers).toBe(1);
    await expect(importRegistry(store, fileOf("x,y\n1,2\n"), durango, day(1))).rejects.toThrow();
    expect(hashContent(store)).toBe(before);
    const { name } = await importRegistry(store, file, durango, day(1), "Marzo 2026");
    expect(name).toBe("padron-marzo-2026");
  });
});
