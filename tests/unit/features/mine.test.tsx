// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Mine } from "../../../extension/features/mine/mine.tsx";
import { type Drawn, draw, happen } from "./draw.ts";

const none = { count: 0, items: [] };
const answer = {
  searches: [],
  follows: [],
  digest: { closing: none, new: none, changed: none, awarded: none },
  newsIds: [],
  unshown: 3,
  stamp: 5,
  status: { readAt: "2026-11-28T06:00:00-06:00" },
};

let drawn: Drawn;
let asked: { topic: string }[];
let isHidden: boolean;

beforeEach(() => {
  asked = [];
  vi.stubGlobal("chrome", {
    runtime: {
      async sendMessage(message: { topic: string }) {
        asked.push(message);
        return { answer: message.topic === "mine" ? answer : null };
      },
    },
    storage: { local: { onChanged: { addListener: vi.fn(), removeListener: vi.fn() } } },
  });
  vi.spyOn(document, "hidden", "get").mockImplementation(() => isHidden);
});
afterEach(async () => {
  await drawn.remove();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const shown = () => asked.filter(({ topic }) => topic === "digestShown");

describe("what is new is taken as shown", () => {
  it("once where it is in sight", async () => {
    isHidden = false;
    drawn = await draw(<Mine isShown open={() => undefined} filterInUse="" />);
    expect(shown()).toEqual([{ topic: "digestShown", upTo: 5 }]);
  });

  it("not in a tab that is behind another one, until that is brought to the front", async () => {
    isHidden = true;
    drawn = await draw(<Mine isShown open={() => undefined} filterInUse="" />);
    expect(shown()).toEqual([]);
    isHidden = false;
    await happen(() => document.dispatchEvent(new Event("visibilitychange")));
    expect(shown()).toEqual([{ topic: "digestShown", upTo: 5 }]);
  });
});
