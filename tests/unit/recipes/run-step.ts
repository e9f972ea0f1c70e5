import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import Database from "libsql";

/** The sample of the repository, in which every recipe runs as its reader would run it. */
export const sampleFolder = fileURLToPath(new URL("../../../docs/muestra/", import.meta.url));

/** Runs a command line in the sample's folder, as it stands. */
export function runShell(command: string): string {
  return execFileSync("sh", ["-c", command], { cwd: sampleFolder, encoding: "utf8" });
}

/** Whether this machine has a program. */
export function hasProgram(name: string): boolean {
  return spawnSync(name, ["--version"]).status === 0;
}

/** Runs a query in DuckDB, over the files of the sample; a row a line, its values between bars. */
export async function runDuckDb(query: string): Promise<string> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    await connection.run(`SET file_search_path = '${sampleFolder}'`);
    const reader = await connection.runAndReadAll(query);
    return lines(reader.columnNames(), reader.getRowsJson());
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** Runs a query in the sample's `compras.sqlite`; a row a line, its values between bars. */
export function runSqlite(query: string): string {
  const db = new Database(path.join(sampleFolder, "compras.sqlite"), { readonly: true });
  try {
    const statement = db.prepare(query);
    const names = statement.columns().map(({ name }) => name);
    const rows = statement.raw().all() as unknown[][];
    return lines(names, rows);
  } finally {
    db.close();
  }
}

/** Runs a module of plain JavaScript in the sample's folder. */
export function runScript(code: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), "compras-receta-"));
  try {
    const file = path.join(folder, "receta.mjs");
    writeFileSync(file, code);
    return execFileSync(process.execPath, [file], { cwd: sampleFolder, encoding: "utf8" });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function lines(names: readonly string[], rows: readonly (readonly unknown[])[]): string {
  return [names, ...rows].map((row) => `${row.map((cell) => cell ?? "").join(" | ")}\n`).join("");
}
