import type { Page } from "playwright-core";
import type { ProcedureTruth } from "../../../fixtures/practice-portal/truth.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { overlay } from "./overlay.ts";

/** The address of a procedure's page, by the portal's number. */
export const procedureAddress = (id: string) =>
  durango.baseUrl + durango.routes.procedimiento.replace("{id}", id);

/** Opens what is closed at first over a procedure's page: a winner's card, what its buyer has to come. */
export async function openProcedure(at: Page, { id }: ProcedureTruth): Promise<void> {
  await at.goto(procedureAddress(id));
  const { region } = overlay(at);
  const won = region.getByRole("list", { name: "Ganadores", exact: true });
  await won
    .getByRole("button", { name: /^Ver ficha/ })
    .first()
    .click();
  await won
    .getByText(/^Procedimientos ganados: \d/)
    .first()
    .waitFor();
  await region.getByText("Calendario y compras de la dependencia").click();
  await region.getByRole("list", { name: "En qué meses publica" }).waitFor();
  await region.getByText(/^Compras parecidas: \d/).waitFor();
  await region.getByRole("list", { name: "Documentos" }).waitFor();
}
