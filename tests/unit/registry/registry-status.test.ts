import { expect, it } from "vitest";
import { registryStatus } from "../../../shared/registry/registry-status.ts";

it.each([
  ["Vigente", "active"],
  ["VIGENTE (REFRENDO 2026)", "active"],
  ["No vigente", "expired"],
  ["Activo", "active"],
  ["Dado de baja", "removed"],
  ["BAJA DEFINITIVA", "removed"],
  ["Suspendida por 2 años", "suspended"],
  ["Registro cancelado", "cancelled"],
  ["En trámite de alta", "pending"],
  ["Inactivo", undefined],
  ["", undefined],
])("%s is %s", (text, status) => {
  expect(registryStatus(text)).toBe(status);
});
