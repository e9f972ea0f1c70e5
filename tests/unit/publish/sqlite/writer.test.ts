import { describe, expect, it } from "vitest";
import { StopRunError } from "../../../../scraper/errors.ts";
import { openDatabase } from "../../../../scraper/publish/sqlite/open-database.ts";
import { makeFolder } from "../../scraper/try-scrape.ts";

describe("the writer of compras.sqlite", () => {
  it("says what to do where the file cannot be written", () => {
    const file = `${makeFolder()}/missing/compras.sqlite`;
    expect(() => openDatabase(file)).toThrow(StopRunError);
    expect(() => openDatabase(file)).toThrow(/cannot be written .* name another folder with --out/);
  });
});
