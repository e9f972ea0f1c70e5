import { describe, expect, it } from "vitest";
import { findMunicipality } from "../../../shared/registry/find-municipality.ts";
import { municipalities } from "../../../shared/registry/municipalities.ts";

describe("findMunicipality", () => {
  it("knows all 39 by their names, in the INEGI's order", () => {
    const found = municipalities.map(({ name }) => findMunicipality(name.toUpperCase()));
    expect(found).toEqual(Array.from({ length: 39 }, (_, at) => String(10_001 + at)));
  });

  it.each([
    ["PEAON BLANCO", "10021"],
    ["PEON BLANCO", undefined],
    ["PENON BLANCO", "10021"],
    ["PEÃ‘ON BLANCO", "10021"],
    ["PE?ON BLANCO", "10021"],
    ["Pe\ufffd\ufffdn Blanco", "10021"],
    ["ORO EL", "10018"],
    ["ORO, EL", "10018"],
    ["ORO (EL)", "10018"],
    ["HIDALGO DGO", "10010"],
    ["OCAMPO, DGO.", "10017"],
    ["PUEBLO NUEVO DGO", "10023"],
    ["SAN JUAN DEL RIO, DURANGO", "10028"],
    ["El Mezquital", "10014"],
    ["Ciudad Lerdo", "10012"],
    ["CD. LERDO, DGO", "10012"],
    ["Gomez Palacio, Durango, México", "10007"],
    ["Mpio. de Gral. Simón Bolívar", "10006"],
    ["STGO. PAPASQUIARO", "10032"],
    ["Victoria de Durango", "10005"],
    ["Durango", "10005"],
    ["DURANGO, DGO.", "10005"],
    ["10039", "10039"],
    // Towns lie in a municipality and are none.
    ["Bermejillo", "10013"],
    ["El Salto", "10023"],
    // Nothing is guessed.
    ["10040", undefined],
    ["Dgo.", undefined],
    ["San Luis", undefined],
    ["SAN ???", undefined],
    ["Torreón, Coahuila", undefined],
    ["Hidalgo, Hgo.", undefined],
    ["", undefined],
  ])("%s → %s", (text, code) => {
    expect(findMunicipality(text)).toBe(code);
  });
});
