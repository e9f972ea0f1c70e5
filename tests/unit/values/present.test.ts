import { expect, it } from "vitest";
import { dropUndefined } from "../../../shared/values/present.ts";

it("drops what is undefined and keeps what is empty, zero, false or null", () => {
  const fields = dropUndefined<{ a?: string; b: number; c: boolean; d: null; e: string }>({
    a: undefined,
    b: 0,
    c: false,
    d: null,
    e: "",
  });
  expect(Object.keys(fields)).toEqual(["b", "c", "d", "e"]);
});
