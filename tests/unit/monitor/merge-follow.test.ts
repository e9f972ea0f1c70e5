import { describe, expect, it } from "vitest";
import { joinNotes, mergeFollow } from "../../../shared/monitor/merge-follow.ts";

describe("two notes made one", () => {
  it.each([
    [
      "the text of one is part of a line of the other",
      "No llamar a Juan",
      "llamar a Juan",
      "No llamar a Juan\nllamar a Juan",
    ],
    [
      "and the other way round",
      "llamar a Juan",
      "No llamar a Juan",
      "llamar a Juan\nNo llamar a Juan",
    ],
    [
      "one is the beginning of the other's line",
      "Llamar",
      "Llamar a Juan",
      "Llamar\nLlamar a Juan",
    ],
    [
      "they have a line in common",
      "Llamar\nPedir muestra",
      "Llamar\nVer precio",
      "Llamar\nPedir muestra\nVer precio",
    ],
    [
      "one is whole within the other",
      "Ver precio",
      "Llamar\nVer precio\nEl lunes",
      "Llamar\nVer precio\nEl lunes",
    ],
    ["they are the same", "Llamar\nVer precio", "Llamar\nVer precio", "Llamar\nVer precio"],
    ["there is none here", "", "Llamar", "Llamar"],
    ["there is none there", "Llamar", "", "Llamar"],
  ])("keep every line of both, and none twice, where %s", (_, here, offered, joined) => {
    expect(joinNotes([here, offered])).toBe(joined);
    expect(joinNotes([joined, offered])).toBe(joined);
  });
});

describe("two records of one procedure made one", () => {
  it("keep what was noted on either side, though one forbids what the other asks", () => {
    const follow = { id: "1", isFavourite: true, changedAt: 1 };
    const here = { ...follow, note: "No llamar a Juan" };
    const offered = { ...follow, note: "llamar a Juan", changedAt: 2 };
    expect(mergeFollow(here, offered)).toEqual({
      ...offered,
      note: "No llamar a Juan\nllamar a Juan",
    });
  });
});
