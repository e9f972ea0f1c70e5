import { describe, expect, it } from "vitest";
import { RegistryRow } from "../../../shared/feed/supplier-row.ts";
import { mapSupplierRow } from "../../../shared/mapping/supplier-row.ts";
import type { Proveedor } from "../../../shared/portal/records.ts";

const supplier = (fields: Partial<Proveedor>): Proveedor => ({
  nombre: "PROVEEDORA IMAGINARIA DEL NORTE, S.A. DE C.V.",
  giros: [],
  original: {},
  desconocidos: [],
  problemas: [],
  ...fields,
});

describe("mapSupplierRow", () => {
  it("publishes a company whole, its RFC in one form", () => {
    const row = mapSupplierRow(
      supplier({
        folio: "PP-0001",
        rfc: "zza-010203-ab3",
        tipoPersona: "Moral",
        municipio: "Gómez Palacio",
        giros: ["Papelería", "Limpieza"],
        fechaInscripcion: "2026-01-15T00:00:00-06:00",
        vigenciaHasta: "2026-12-31T00:00:00-06:00",
        estatus: "Vigente",
      }),
    );
    expect(RegistryRow.parse(row)).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{16}$/),
      registryNumber: "PP-0001",
      rfc: "ZZA010203AB3",
      name: "PROVEEDORA IMAGINARIA DEL NORTE, S.A. DE C.V.",
      personType: "company",
      municipality: "Gómez Palacio",
      activities: ["Papelería", "Limpieza"],
      registeredAt: "2026-01-15T00:00:00-06:00",
      validUntil: "2026-12-31T00:00:00-06:00",
      statusText: "Vigente",
    });
  });

  it.each<[string, Partial<Proveedor>, RegistryRow["personType"]]>([
    ["a person's RFC", { rfc: "ZZZZ800101HD0" }, "person"],
    ["a person's RFC with hyphens", { rfc: "zzzz-800101-hd0" }, "person"],
    [
      "a person's RFC under a company's kind",
      { rfc: "ZZZZ800101HD0", tipoPersona: "Persona Moral" },
      "company",
    ],
    [
      "a company's RFC of one whom the registry calls a person",
      { rfc: "ZZZ800101HD0", tipoPersona: "Física" },
      "person",
    ],
    ["a person's RFC without homoclave", { rfc: "ZZZZ800101" }, undefined],
    ["a person's RFC with a lost Ñ", { rfc: "ZXP?751231TT4" }, undefined],
    ["the generic RFC", { rfc: "XAXX010101000" }, undefined],
    ["no RFC", {}, undefined],
  ])("never publishes %s", (_what, fields, personType) => {
    const row = mapSupplierRow(supplier(fields));
    expect([row.rfc, row.personType]).toEqual([undefined, personType]);
    expect(JSON.stringify(row)).not.toMatch(/ZZZ?Z?-?800101|751231/i);
  });

  it.each(["ZZZZ800101HD0", "zzzz-800101-hd0", "ZZZZ800101HDGXXX09"])(
    "does not publish %s where it stands in place of a registry number, not even hashed",
    (folio) => {
      expect(mapSupplierRow(supplier({ folio }))).toEqual(mapSupplierRow(supplier({})));
    },
  );

  it("publishes no column that it does not know, such as the address and the telephone", () => {
    const desconocidos = [{ etiqueta: "Teléfono", texto: "618 000 0000" }];
    const row = mapSupplierRow(supplier({ desconocidos, original: { rfc: "ZZZZ800101HD0" } }));
    expect(Object.keys(row).sort()).toEqual(["activities", "id", "name"]);
  });

  it("gives an id that does not hang on the RFC, nor on case and accents of the name", () => {
    const id = (fields: Partial<Proveedor>) => mapSupplierRow(supplier(fields)).id;
    expect(id({ rfc: "ZZA010203AB3" })).toBe(id({}));
    expect(id({ nombre: "Compañía Única" })).toBe(id({ nombre: "COMPAÑIA UNICA" }));
    expect(id({ folio: "PP-0001" })).not.toBe(id({ folio: "PP-0002" }));
  });
});
