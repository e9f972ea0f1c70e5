import { afterAll, expect, it } from "vitest";
import { explainProblem, speak } from "../../../extension/overlay/i18n.ts";

afterAll(() => speak("es"));

it.each([
  [
    "es",
    "Los que ofrece ahora esa dirección son anteriores, del 27 nov 2026, 06:00; se conservan los más recientes, que ya tenías. No tienes que hacer nada: se corrige solo cuando lleguen los siguientes.",
  ],
  [
    "en",
    "Those that the address offers now are older, as of Nov 27, 2026, 06:00; the newer ones that you already had are kept. There is nothing to do: it passes by itself when the next data comes.",
  ],
] as const)("says on the portal's clock from when older data is (%s)", (language, said) => {
  speak(language);
  const detail = "2026-11-27T12:00:00Z";
  expect(explainProblem({ kind: "olderData", detail })).toBe(said);
});
