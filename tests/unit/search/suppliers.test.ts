import { expect, it } from "vitest";
import type { RegistryRow } from "../../../shared/feed/supplier-row.ts";
import { describeSupplier } from "../../../shared/mapping/supplier-row.ts";
import { searchSuppliers } from "../../../shared/search/suppliers.ts";

const registry: RegistryRow[] = [
  {
    id: "1",
    registryNumber: "PP-0001",
    rfc: "ZZA010203AB3",
    name: "PROVEEDORA IMAGINARIA DEL NORTE, S.A. DE C.V.",
    municipality: "Gómez Palacio",
    activities: ["Papelería", "Limpieza"],
  },
  { id: "2", rfc: "ZÑC200229QA0", name: "COMPAÑÍA DE NIÑOS Y AÑOS", activities: [] },
  { id: "3", name: "PERSONA INVENTADA", activities: ["Construcción"] },
];
const rows = registry.map((row) => describeSupplier(row, { source: "portal" }));

it.each([
  ["", ["1", "2", "3"]],
  ["  ", ["1", "2", "3"]],
  ["imaginaria", ["1"]],
  ["NORTE proveedora", ["1"]],
  ["papeleria", ["1"]],
  ["gomez", ["1"]],
  ["pp-0001", ["1"]],
  ["zza 010203 ab3", ["1"]],
  ["ZZA-010203-AB3", ["1"]],
  ["ZZA010203", ["1"]],
  ["zñc200229qa0", ["2"]],
  ["ninos", []],
  ["niños", ["2"]],
  ["construccion", ["3"]],
  ["imaginaria construccion", []],
  ["undefined", []],
])("finds by %j the suppliers %j", (text, ids) => {
  expect(searchSuppliers(rows, text).map(({ id }) => id)).toEqual(ids);
});
