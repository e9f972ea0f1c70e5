import { expect, it } from "vitest";
import type { RegistryRow } from "../../../shared/feed/supplier-row.ts";
import { describeDifference } from "../../../shared/mapping/registry-change.ts";
import { compareRegistries } from "../../../shared/registry/compare-registries.ts";

const row = (id: string, fields: Partial<RegistryRow> = {}): RegistryRow => ({
  id,
  name: `PROVEEDOR ${id}`,
  activities: [],
  ...fields,
});

it("finds a supplier again by number and name, else by RFC, number or name, and calls the rest additions and removals", () => {
  const before = [
    row("same"),
    row("a", { municipality: "Lerdo", statusText: "Vigente" }),
    row("b1", { rfc: "ZZB150630K13", name: "OBRAS ZETA SA DE CV" }),
    row("c1", { registryNumber: "7", name: "JUAN PEREZ" }),
    row("d1", { name: "SERVICIOS EQUIS, S.A. DE C.V." }),
    row("gone"),
    // Two of one name and no number: nobody knows which is which.
    row("e1", { name: "ANA LOPEZ", activities: ["Limpieza"] }),
    row("e2", { name: "Ana López", activities: ["Obra"] }),
  ];
  const after = [
    row("same"),
    row("new"),
    row("a", { municipality: "Gómez Palacio", activities: ["Papelería"] }),
    row("b2", { rfc: "ZZB150630K13", name: "OBRAS ZETA, S. DE R.L." }),
    row("c2", { registryNumber: "7", name: "JUAN PÉREZ LÓPEZ" }),
    row("d2", { name: "Servicios Equis SA de CV", registryNumber: "9" }),
    row("e3", { name: "ANA LOPEZ" }),
  ];
  expect(compareRegistries(before, after).map(describeDifference)).toEqual([
    {
      change: "added",
      id: "new",
      name: "PROVEEDOR new",
      after: { name: "PROVEEDOR new", activities: [] },
    },
    {
      change: "changed",
      id: "a",
      name: "PROVEEDOR a",
      before: { municipality: "Lerdo", activities: [], statusText: "Vigente" },
      after: { municipality: "Gómez Palacio", activities: ["Papelería"], statusText: null },
    },
    {
      change: "changed",
      id: "b2",
      formerId: "b1",
      name: "OBRAS ZETA, S. DE R.L.",
      rfc: "ZZB150630K13",
      before: { name: "OBRAS ZETA SA DE CV" },
      after: { name: "OBRAS ZETA, S. DE R.L." },
    },
    {
      change: "changed",
      id: "c2",
      formerId: "c1",
      name: "JUAN PÉREZ LÓPEZ",
      before: { name: "JUAN PEREZ" },
      after: { name: "JUAN PÉREZ LÓPEZ" },
    },
    {
      change: "changed",
      id: "d2",
      formerId: "d1",
      name: "Servicios Equis SA de CV",
      before: { registryNumber: null, name: "SERVICIOS EQUIS, S.A. DE C.V." },
      after: { registryNumber: "9", name: "Servicios Equis SA de CV" },
    },
    { change: "added", id: "e3", name: "ANA LOPEZ", after: { name: "ANA LOPEZ", activities: [] } },
    {
      change: "removed",
      id: "gone",
      name: "PROVEEDOR gone",
      before: { name: "PROVEEDOR gone", activities: [] },
    },
    {
      change: "removed",
      id: "e1",
      name: "ANA LOPEZ",
      before: { name: "ANA LOPEZ", activities: ["Limpieza"] },
    },
    {
      change: "removed",
      id: "e2",
      name: "Ana López",
      before: { name: "Ana López", activities: ["Obra"] },
    },
  ]);
});
