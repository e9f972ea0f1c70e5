// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from "vitest";
import { SynonymEditor } from "../../../extension/features/search/synonym-editor.tsx";
import { changeSettings, readSettings } from "../../../extension/settings.ts";
import { type Drawn, draw, happen, write } from "./draw.ts";
import { keepSettings } from "./kept-settings.ts";

let drawn: Drawn;
const area = () => drawn.find<HTMLTextAreaElement>("textarea");
const press = () => happen(() => drawn.find("button").click());
/** As another tab does, and the worker when it takes a backup in. */
const keepElsewhere = (synonyms: string) => happen(() => changeSettings({ synonyms }));
const kept = async () => (await readSettings()).synonyms;

afterEach(async () => {
  await drawn.remove();
  vi.unstubAllGlobals();
});

describe("the user's own synonyms", () => {
  it("follow what is kept elsewhere while they are not written in, and again once they are kept", async () => {
    keepSettings({ synonyms: "tóner, tinta" });
    drawn = await draw(<SynonymEditor />);
    expect(area().value).toBe("tóner, tinta");
    await keepElsewhere("tóner, tinta\nresma, papel bond");
    expect(area().value).toBe("tóner, tinta\nresma, papel bond");
    await write(area(), "tóner, tinta");
    await press();
    expect(await kept()).toBe("tóner, tinta");
    await keepElsewhere("llantas, neumáticos");
    expect(area().value).toBe("llantas, neumáticos");
  });

  it("that are written in stay as written, and are kept beside what was kept elsewhere since, no line twice", async () => {
    keepSettings({ synonyms: "tóner, tinta\nhojas, papel" });
    drawn = await draw(<SynonymEditor />);
    await write(area(), "hojas, papel\nllantas, neumáticos");
    await keepElsewhere("tóner, tinta\nhojas, papel\nllantas, neumáticos\nresma, papel bond");
    expect(area().value).toBe("hojas, papel\nllantas, neumáticos");
    await press();
    expect(await kept()).toBe("hojas, papel\nllantas, neumáticos\nresma, papel bond");
    expect(area().value).toBe(await kept());
    expect(drawn.find("[role=status]").textContent).toBe("Guardado. Grupos: 3");
  });
});
