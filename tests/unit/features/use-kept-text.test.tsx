// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import { useKeptText } from "../../../extension/overlay/use-kept-text.ts";
import { changeSettings } from "../../../extension/settings.ts";
import { type Drawn, draw, happen, write as writeInto } from "./draw.ts";
import { keepSettings } from "./kept-settings.ts";

let drawn: Drawn;
afterEach(async () => {
  await drawn.remove();
  vi.unstubAllGlobals();
});

/** A field for the feed's address, which is kept with a slash at its end. */
function Field() {
  const { text, write, settle } = useKeptText("feedUrl");
  return (
    <>
      <input value={text} onChange={(event) => write(event.target.value)} />
      <button type="button" onClick={() => settle(`${text}/`)}>
        Guardar
      </button>
    </>
  );
}

it("follows what is kept until it is written in, and again once that is kept", async () => {
  keepSettings({ feedUrl: "https://a.example/" });
  drawn = await draw(<Field />);
  const field = () => drawn.find<HTMLInputElement>("input");
  const keepElsewhere = (feedUrl: string) => happen(() => changeSettings({ feedUrl }));
  expect(field().value).toBe("https://a.example/");
  await keepElsewhere("https://b.example/");
  expect(field().value).toBe("https://b.example/");
  await writeInto(field(), "https://c.example");
  await keepElsewhere("https://d.example/");
  expect(field().value).toBe("https://c.example");
  await happen(() => drawn.find("button").click());
  expect(field().value).toBe("https://c.example/");
  await keepElsewhere("https://e.example/");
  expect(field().value).toBe("https://e.example/");
});
