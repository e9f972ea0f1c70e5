import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { supplierProfiles } from "../../../scraper/publish/supplier-profiles.ts";
import { SupplierProfile, SupplierProfiles } from "../../../shared/feed/supplier-profile.ts";
import { CompiledRelease } from "../../../shared/ocds/schema.ts";
import { hashBytes } from "../../../shared/values/hash.ts";
import { wholeRecord } from "../mapping/make-record.ts";
import { makeHistory, tellStore, tryFormat } from "./try-format.ts";

it("puts each supplier into the file that its party's hash names, and all of them into one table", async () => {
  const history = makeHistory();
  history.read(1, wholeRecord);
  const told = tellStore(history.store);
  const [process] = told.processes;
  if (!process) throw new Error("no process");
  const parties = ["UNA", "DOS"].map((name) => ({
    id: `MX-DUR-PROV-${name}`,
    name,
    roles: ["supplier"],
  }));
  const awards = parties.map(({ id, name }, at) => ({
    id: String(at),
    suppliers: [{ id, name }],
    ...(at === 0 && { value: { amount: 10.5, currency: "MXN" } }),
  }));
  process.compiled = CompiledRelease.parse({
    ...process.compiled,
    parties: [...(process.compiled.parties ?? []), ...parties],
    awards,
  });
  const { pathOf } = await tryFormat(told, supplierProfiles);
  const readJson = (file: string): unknown => JSON.parse(readFileSync(pathOf(file), "utf8"));
  const index = SupplierProfiles.parse(readJson("padron/proveedores.json"));
  expect([index.suppliers, index.coverage.awards, index.coverage.awardsWithAmount]).toEqual([
    2, 2, 1,
  ]);
  for (const { id } of parties) {
    const file = `padron/proveedores/${hashBytes(id).slice(0, 2)}.json`;
    expect(index.files.map(({ path }) => path)).toContain(file);
    expect(
      SupplierProfile.array()
        .parse(readJson(file))
        .map(({ party }) => party),
    ).toContain(id);
  }
  const rows: Record<string, string>[] = parse(readFileSync(pathOf("padron/proveedores.csv")), {
    columns: true,
    bom: true,
  });
  // What nobody tells is empty, and never 0.
  expect(
    rows.map((row) => [
      row["Nombre o razón social"],
      row["Suma en MXN"],
      row["Adjudicaciones con monto en MXN"],
    ]),
  ).toEqual([
    ["DOS", "", ""],
    ["UNA", "10.50", "1"],
  ]);
});
