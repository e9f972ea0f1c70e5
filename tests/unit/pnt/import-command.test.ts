import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { tender } from "../../../fixtures/pnt/fields.ts";
import { writeReport } from "../../../fixtures/pnt/write-report.ts";
import { hashContent } from "../../../scraper/store/content-hash.ts";
import { complaintOf, runBundled } from "../scraper/run-program.ts";
import { tenderRow } from "./one-tender.ts";
import { openReported } from "./reported-store.ts";

it("shows in a dry run what would be linked, how surely and why, and stops at a file that is no report", async () => {
  const { history, corpus } = openReported({ procedures: 12, dirt: false });
  const { store } = history;
  const before = hashContent(store);
  const known = corpus.procedures.find(
    ({ modalidad, numeroProcedimiento, fechaPublicacion }) =>
      modalidad === "licitacionPublica" && numeroProcedimiento && fechaPublicacion,
  );
  const { id = "", numeroProcedimiento = "", fechaPublicacion = "" } = known ?? {};
  const number = { [tender.number]: numeroProcedimiento };
  const [year, month, day] = fechaPublicacion.slice(0, 10).split("-");
  const rows = [
    tenderRow({ ...number, [tender.calledOn]: `${day}/${month}/${year}` }),
    tenderRow({ ...number, [tender.periodEnd]: "marzo", [tender.year]: "" }),
  ];
  const body = known?.unidadCompradora.nombre ?? "";
  const folder = path.dirname(store.file);
  const report = await writeReport({ format: "43336", body, rows });
  writeFileSync(path.join(folder, "reporte.xlsx"), report);
  writeFileSync(path.join(folder, "otra.csv"), "Folio,RFC\n1,2\n");

  const args = ["import", "reporte.xlsx", "otra.csv", "--dry-run", "--store", store.file];
  const end = await runBundled(["pnt", ...args], folder);
  expect(end.stdout.split("\n").slice(0, 3)).toEqual([
    "reporte.xlsx: 2 rows, 1 rows taken, 1 procedures linked to the portal's, 0 procedures of their own, 0 procedures reported before, 1 processes with news.",
    "Linked to the portal's, 1 in all:",
    `  ${numeroProcedimiento} is ocds-prueba-${id}, 1: mismo número, misma unidad compradora, misma fecha de convocatoria, misma modalidad`,
  ]);
  expect(end.stdout).toMatch(/Not taken, 2 in all:\n {2}sheet "Informacion", row 9, column/);
  expect(end.stdout).toMatch(/Nothing was changed: this was a dry run\.\n$/);
  expect([end.code, complaintOf(end)]).toEqual([
    1,
    [expect.stringMatching(/otra\.csv: no sheet has the headings of fraction XXVIII/)],
  ]);
  expect(hashContent(store)).toBe(before);
});
