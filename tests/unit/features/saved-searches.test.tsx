// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from "vitest";
import { SavedSearches } from "../../../extension/features/mine/saved-searches.tsx";
import { type Drawn, draw, happen } from "./draw.ts";

let drawn: Drawn;
afterEach(() => drawn.remove());

const search = { id: "a", name: "Tóner", filter: "texto=toner", changedAt: 1 };

/** Whether a saved search that is being changed may take the filter in use. */
async function mayTake(filterInUse: string): Promise<boolean> {
  const searches = [{ ...search, count: 1, newsCount: 0 }];
  drawn = await draw(
    <SavedSearches searches={searches} open={() => undefined} filterInUse={filterInUse} />,
  );
  await happen(() => drawn.find(".actions button").click());
  return drawn.find("form").querySelector("input[type=checkbox]") !== null;
}

describe("a saved search may take the filter in use", () => {
  it.each([
    ["texto=papel", true],
    ["texto=papel&para-mi=novedades", true],
    ["", false],
    ["texto=toner", false],
    ["para-mi=novedades", false],
    ["texto=toner&para-mi=sin-vistas", false],
  ])("where it would be another by it: %j %s", async (filterInUse, may) => {
    expect(await mayTake(filterInUse)).toBe(may);
  });
});
