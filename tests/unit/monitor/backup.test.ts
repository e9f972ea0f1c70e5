import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  BackupError,
  type Personal,
  readBackup,
  writeBackup,
} from "../../../shared/monitor/backup.ts";
import { mergePersonal } from "../../../shared/monitor/merge-personal.ts";
import { nameKey } from "../../../shared/monitor/unique-name.ts";
import { personal } from "./arbitrary.ts";

const empty: Personal = { searches: [], follows: [], seen: [], cursor: 0, settings: {} };
const madeAt = new Date("2026-03-18T17:30:00Z");

function problemOf(text: string) {
  try {
    readBackup(text);
  } catch (error) {
    if (error instanceof BackupError) return error.problem;
    throw error;
  }
  return undefined;
}

describe("a backup", () => {
  it("comes back as it was made", () => {
    fc.assert(
      fc.property(personal, (mine) => {
        expect(readBackup(writeBackup(mine, madeAt))).toEqual({
          personal: mine,
          madeAt: "2026-03-18T17:30:00.000Z",
        });
      }),
    );
  });

  it("is refused whole where it is none, is of a later version, or is damaged, and says which", () => {
    const good = JSON.parse(writeBackup(empty, madeAt));
    expect(problemOf("{")?.kind).toBe("notJson");
    expect(problemOf("[]")?.kind).toBe("notBackup");
    expect(problemOf('{"kind":"otro","schemaVersion":1}')?.kind).toBe("notBackup");
    expect(problemOf(JSON.stringify({ ...good, schemaVersion: 2 }))).toEqual({
      kind: "newer",
      detail: "2",
    });
    const bad = { id: "1", name: "", filter: "", changedAt: 0 };
    const damaged = problemOf(JSON.stringify({ ...good, searches: [bad] }));
    expect(damaged?.kind).toBe("damaged");
    expect(damaged?.detail).toMatch(/^searches\.0\.name: /);
    const { cursor: _, ...cut } = good;
    expect(problemOf(JSON.stringify(cut))?.kind).toBe("damaged");
    const script = { ...good, settings: { feedUrl: "javascript:alert(1)" } };
    expect(problemOf(JSON.stringify(script))?.kind).toBe("damaged");
  });
});

describe("taking a backup in", () => {
  it("gives all of it to one who has nothing", () => {
    fc.assert(
      fc.property(personal, (mine) => {
        expect(mergePersonal(empty, mine).merged).toEqual(mine);
      }),
    );
  });

  it("changes nothing the second time, and says so", () => {
    fc.assert(
      fc.property(personal, personal, (here, backup) => {
        const { merged } = mergePersonal(here, backup);
        const again = mergePersonal(merged, backup);
        expect(again.merged).toEqual(merged);
        for (const { added, changed } of Object.values(again.preview)) {
          expect([added, changed]).toEqual([0, 0]);
        }
      }),
    );
  });

  it("loses nothing of either side", () => {
    fc.assert(
      fc.property(personal, personal, (here, backup) => {
        const { merged } = mergePersonal(here, backup);
        expect(new Set(merged.searches.map(({ name }) => nameKey(name))).size).toBe(
          merged.searches.length,
        );
        for (const mine of here.searches) expect(merged.searches).toContainEqual(mine);
        for (const side of [here, backup]) {
          for (const { filter } of side.searches) {
            expect(merged.searches.map((search) => search.filter)).toContain(filter);
          }
          for (const { id, isFavourite, status, note } of side.follows) {
            const now = merged.follows.find((follow) => follow.id === id);
            const lines = note === "" ? [] : note.split("\n");
            expect(now?.note.split("\n")).toEqual(expect.arrayContaining(lines));
            if (isFavourite) expect(now?.isFavourite).toBe(true);
            if (status && now?.status !== status) expect(now?.note).toContain("Otro estado:");
          }
          for (const { id } of side.seen) expect(merged.seen.map((one) => one.id)).toContain(id);
          expect(merged.cursor).toBeGreaterThanOrEqual(side.cursor);
        }
        const { synonyms = "", ...settings } = merged.settings;
        expect({ ...backup.settings, ...here.settings }).toMatchObject(settings);
        for (const side of [here, backup]) {
          const lines = side.settings.synonyms?.split("\n") ?? [];
          expect(synonyms.split("\n")).toEqual(expect.arrayContaining(lines));
        }
      }),
    );
  });

  it("knows a search that was saved on two machines under one name", () => {
    const here = { id: "a", name: "Papelería", filter: "texto=papel", changedAt: 1 };
    const offered = { id: "b", name: "papeleria", filter: "texto=papel", changedAt: 2 };
    const { merged, preview } = mergePersonal(
      { ...empty, searches: [here] },
      { ...empty, searches: [offered] },
    );
    expect(merged.searches).toEqual([here]);
    expect(preview.searches).toEqual({ added: 0, changed: 0, kept: 1 });
  });

  it("says beforehand how many of each it adds, changes and keeps", () => {
    const search = { id: "a", name: "Tóner", filter: "texto=toner", changedAt: 1 };
    const here: Personal = {
      ...empty,
      searches: [search, { ...search, id: "b", name: "Papel", filter: "texto=papel" }],
      follows: [{ id: "7", isFavourite: true, status: "interested", note: "Llamar", changedAt: 1 }],
      seen: [{ id: "7", at: 1 }],
      settings: { language: "en" },
    };
    const backup: Personal = {
      ...empty,
      searches: [search, { ...search, id: "b", name: "Papel", filter: "texto=hojas" }],
      follows: [
        { id: "7", isFavourite: false, status: "submitted", note: "Pedir muestra", changedAt: 2 },
        { id: "8", isFavourite: true, note: "", changedAt: 2 },
      ],
      seen: [
        { id: "7", at: 2 },
        { id: "8", at: 2 },
      ],
      settings: { language: "es", feedUrl: "https://a.example/" },
    };
    const { merged, preview } = mergePersonal(here, backup);
    expect(preview).toEqual({
      searches: { added: 1, changed: 0, kept: 1 },
      favourites: { added: 1, changed: 0, kept: 1 },
      statuses: { added: 0, changed: 1, kept: 0 },
      notes: { added: 0, changed: 1, kept: 0 },
      seen: { added: 1, changed: 0, kept: 1 },
      settings: { added: 1, changed: 0, kept: 1 },
    });
    expect(merged.searches.map(({ name }) => name)).toEqual(["Tóner", "Papel", "Papel 2"]);
    expect(merged.follows[0]).toEqual({
      id: "7",
      isFavourite: true,
      status: "submitted",
      note: "Llamar\nPedir muestra\n(Otro estado: me interesa)",
      changedAt: 2,
    });
  });
});
