import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { PageDefinition } from "../../../shared/portal/pages/definition.ts";
import { listado } from "../../../shared/portal/pages/listado.ts";
import { padron } from "../../../shared/portal/pages/padron.ts";
import { procedimiento } from "../../../shared/portal/pages/procedimiento.ts";

/** Every page definition there is; the layout tests check that this list is whole. */
export const pageDefinitions: readonly PageDefinition[] = [listado, procedimiento, padron];

/** One saved page with what it should be read as. */
export interface PageCase {
  definition: PageDefinition;
  /** The file's name without its ending: `empty-date-with-filled-neighbour`. */
  name: string;
  html: Uint8Array;
  /** What the server's Content-Type says, by the comment at the head of the page; most say nothing. */
  charset: string | undefined;
  expectedPath: string;
  /** Undefined where the expected file is not there yet. */
  expected: unknown;
}

const fixtures = join(dirname(fileURLToPath(import.meta.url)), "../../../fixtures/pages");

/** The saved pages under `fixtures/pages`, or another folder of the same layout, by page and name. */
export function pageCases(folder = fixtures): PageCase[] {
  return pageDefinitions.flatMap((definition) =>
    readdirSync(join(folder, definition.id))
      .filter((file) => file.endsWith(".html"))
      .sort()
      .map((file) => readCaseFiles(folder, definition, basename(file, ".html"))),
  );
}

function readCaseFiles(folder: string, definition: PageDefinition, name: string): PageCase {
  const html = new Uint8Array(readFileSync(join(folder, definition.id, `${name}.html`)));
  const expectedPath = join(folder, definition.id, `${name}.expected.json`);
  const charset = /Content-Type charset: ([\w-]+)/.exec(Buffer.from(html).toString("latin1"))?.[1];
  return { definition, name, html, charset, expectedPath, expected: readExpected(expectedPath) };
}

function readExpected(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
