import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { afterEach, describe, expect, it } from "vitest";
import { openDatabase } from "../../../extension/corpus/database.ts";
import { restore } from "../../../extension/personal/backups.ts";
import { changeFollow } from "../../../extension/personal/follows.ts";
import { editSearches, listSearches } from "../../../extension/personal/saved-searches.ts";
import { writeBackup } from "../../../shared/monitor/backup.ts";
import { makeRow } from "../../browser/support/changing-feed.ts";

let database = openDatabase();
afterEach(async () => {
  database.close();
  await Dexie.delete("compras-abiertas");
  database = openDatabase();
});

const brief = async () =>
  (await listSearches(database)).map(({ name, filter }) => `${name}: ${filter}`);
const idOf = async (name: string) =>
  (await listSearches(database)).find((search) => search.name === name)?.id ?? "";

describe("saved searches", () => {
  it("are added, renamed, given another filter, doubled and removed", async () => {
    await editSearches(database, { do: "add", name: "  Tóner  ", filter: "texto=toner" });
    await editSearches(database, { do: "duplicate", id: await idOf("Tóner") });
    await editSearches(database, { do: "duplicate", id: await idOf("Tóner") });
    expect(await brief()).toEqual([
      "Tóner: texto=toner",
      "Tóner 2: texto=toner",
      "Tóner 3: texto=toner",
    ]);
    await editSearches(database, { do: "change", id: await idOf("Tóner 2"), name: "Papel" });
    await editSearches(database, { do: "change", id: await idOf("Papel"), filter: "texto=papel" });
    await editSearches(database, { do: "remove", id: await idOf("Tóner 3") });
    expect(await brief()).toEqual(["Papel: texto=papel", "Tóner: texto=toner"]);
  });

  it("hold nothing of what was news or seen when they were saved or given another filter", async () => {
    const filter = "texto=toner&para-mi=novedades&para-mi=sin-vistas";
    await editSearches(database, { do: "add", name: "Tóner", filter });
    await editSearches(database, { do: "add", name: "Papel", filter: "texto=papel" });
    await editSearches(database, { do: "change", id: await idOf("Papel"), filter });
    expect(await brief()).toEqual(["Papel: texto=toner", "Tóner: texto=toner"]);
  });

  it("come from a backup without what was news or seen, and once", async () => {
    const search = {
      id: "a",
      changedAt: 1,
      name: "Tóner",
      filter: "texto=toner&para-mi=novedades",
    };
    const empty = { follows: [], seen: [], cursor: 0, settings: {} };
    const text = writeBackup({ ...empty, searches: [search] }, new Date(1));
    await restore(database, {}, text);
    await restore(database, {}, text);
    expect(await brief()).toEqual(["Tóner: texto=toner"]);
  });

  it("are refused without a name, or with the name of another in whatever spelling; nothing changes", async () => {
    await editSearches(database, { do: "add", name: "Tóner", filter: "texto=toner" });
    await editSearches(database, { do: "add", name: "Papel", filter: "texto=papel" });
    const id = await idOf("Papel");
    const edits = [
      [{ do: "add", name: " TONER ", filter: "" }, "nameTaken"],
      [{ do: "change", id, name: "tóner" }, "nameTaken"],
      [{ do: "add", name: "   ", filter: "" }, "noName"],
      [{ do: "change", id: "nobody", name: "X" }, "gone"],
    ] as const;
    for (const [edit, refusal] of edits) expect(await editSearches(database, edit)).toBe(refusal);
    expect(await editSearches(database, { do: "change", id, name: "PAPEL" })).toBeUndefined();
    expect(await brief()).toEqual(["PAPEL: texto=papel", "Tóner: texto=toner"]);
  });

  it("are not doubled by two tabs that save the same name at once", async () => {
    const edit = { do: "add", name: "Tóner", filter: "texto=toner" } as const;
    const both = await Promise.all([editSearches(database, edit), editSearches(database, edit)]);
    expect(both).toEqual([undefined, "nameTaken"]);
    expect(await brief()).toEqual(["Tóner: texto=toner"]);
  });
});

describe("following", () => {
  it("keeps what two tabs change at once, each its own", async () => {
    await Promise.all([
      changeFollow(database, "7", { isFavourite: true }, makeRow("7")),
      changeFollow(database, "7", { note: { before: "", text: "Llamar a Lupita" } }, undefined),
      changeFollow(database, "7", { status: "interested" }, undefined),
    ]);
    const { changedAt: _, ...follow } = (await database.follows.get("7")) ?? {};
    expect(follow).toEqual({
      id: "7",
      isFavourite: true,
      note: "Llamar a Lupita",
      status: "interested",
      row: makeRow("7"),
    });
  });

  it("keeps both notes where two tabs wrote one at once, and one where a tab goes on writing", async () => {
    const write = (before: string, text: string) =>
      changeFollow(database, "7", { note: { before, text } }, undefined);
    expect(await write("", "Llamar a")).toBe("Llamar a");
    expect(await write("Llamar a", "Llamar a Lupita")).toBe("Llamar a Lupita");
    expect(await write("", "Pedir muestra")).toBe("Llamar a Lupita\nPedir muestra");
    expect(await write("Llamar a Lupita\nPedir muestra", "")).toBe("");
  });

  it("ends once nothing of it is left", async () => {
    await changeFollow(database, "7", { isFavourite: true, status: "submitted" }, undefined);
    await changeFollow(database, "7", { isFavourite: false }, undefined);
    expect(await database.follows.get("7")).toMatchObject({ status: "submitted" });
    await changeFollow(database, "7", { status: null }, undefined);
    expect(await database.follows.count()).toBe(0);
  });
});
