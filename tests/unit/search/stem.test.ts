import { expect, it } from "vitest";
import { stemWord } from "../../../shared/search/stem.ts";

it.each([
  "util utiles",
  "medico medica medicos medicas",
  "luz luces",
  "enlace enlaces",
  "hospital hospitales",
  "aula aulas",
  "contratacion contrataciones",
  "toner toneres",
  "año años",
  "kit kits",
  "bateria baterias",
  "computadora computadoras computador computadores",
  "7 07 007",
])("takes for one word: %s", (forms) => {
  expect(new Set(forms.split(" ").map(stemWord)).size).toBe(1);
});

it.each(["año ano", "seguro seguridad", "impresora impresion", "n7 7", "00 10"])(
  "keeps apart: %s",
  (words) => {
    const stems = words.split(" ").map(stemWord);
    expect(new Set(stems).size).toBe(stems.length);
  },
);
