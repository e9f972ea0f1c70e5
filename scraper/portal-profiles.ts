import { existsSync, readFileSync } from "node:fs";
import {
  categoryOfMateria,
  documentTypeOfAnexo,
  methodOfModalidad,
  statusOfEstatus,
} from "../shared/mapping/words.ts";
import type { PageDefinition } from "../shared/portal/pages/definition.ts";
import { listado } from "../shared/portal/pages/listado.ts";
import { padron } from "../shared/portal/pages/padron.ts";
import { procedimiento } from "../shared/portal/pages/procedimiento.ts";
import { PortalProfile } from "../shared/portal/profile.ts";
import { durango } from "../shared/portal/profiles/durango.ts";
import { listIssues } from "./describe-issues.ts";
import { describeError, exitCodes, StopRunError } from "./errors.ts";

/** The portals that the program knows by itself. */
const builtIn: readonly PortalProfile[] = [durango];

/** The words that OCDS knows; others would be published as texts without a code, which is nobody's intent. `suspendido` is one that OCDS lacks. */
const words = {
  estatus: [...Object.keys(statusOfEstatus), "suspendido"],
  modalidad: Object.keys(methodOfModalidad),
  materia: Object.keys(categoryOfMateria),
  anexo: Object.keys(documentTypeOfAnexo),
} as const;

/**
 * The profile of a name, `durango`, or of a JSON file. Throws `StopRunError` with exit code 2 for a name that nobody knows, and for a file that
 * is none, with every fault's path and what is allowed there.
 */
export function findProfile(nameOrFile: string): PortalProfile {
  const known = builtIn.find(({ id }) => id === nameOrFile);
  if (known) return known;
  if (!existsSync(nameOrFile)) {
    const names = builtIn.map(({ id }) => id).join(", ");
    throw wrong(
      nameOrFile,
      `no portal of this name, and no file. Name one of ${names}, or the JSON file of a profile.`,
    );
  }
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(nameOrFile, "utf8"));
  } catch (cause) {
    throw wrong(nameOrFile, `cannot be read as JSON (${describeError(cause)}).`, cause);
  }
  const parsed = PortalProfile.safeParse(json);
  if (!parsed.success) throw faulty(nameOrFile, listIssues(parsed.error), parsed.error);
  const faults = [parsed.data].flatMap((profile) => [
    ...wrongLabels(profile),
    ...unknownWords(profile),
    ...takenId(profile),
  ]);
  if (faults.length > 0) throw faulty(nameOrFile, faults);
  return parsed.data;
}

/** The fields of a page, and no others, have labels. */
function wrongLabels({ labels }: PortalProfile): string[] {
  return [procedimiento, listado, padron].flatMap(({ id, fields }) => {
    const given = Object.keys(labels[id]);
    const names = Object.keys(fields);
    const missing = Object.entries<PageDefinition["fields"][string]>(fields)
      .filter(([key, { required }]) => required && !given.includes(key))
      .map(([key]) => `labels.${id}.${key}: a label is needed, since no page is read without it`);
    const unknown = given
      .filter((key) => !names.includes(key))
      .map((key) => `labels.${id}.${key}: no field of this page; allowed are ${names.join(", ")}`);
    return [...missing, ...unknown];
  });
}

function unknownWords(profile: PortalProfile): string[] {
  return Object.entries(words).flatMap(([table, known]) =>
    // The tables of words are keys of a profile.
    Object.keys(profile[table as keyof typeof words])
      .filter((word) => !known.includes(word))
      .map(
        (word) =>
          `${table}.${word}: no word that OCDS has a code for; allowed are ${known.join(", ")}`,
      ),
  );
}

/** A file that calls itself as a portal that is known would put its data among that portal's. */
function takenId({ id, baseUrl }: PortalProfile): string[] {
  const other = builtIn.find((each) => each.id === id && each.baseUrl !== baseUrl);
  return other ? [`id: "${id}" is the name of ${other.baseUrl}; give this portal another one`] : [];
}

function faulty(file: string, faults: readonly string[], cause?: unknown): StopRunError {
  return wrong(file, `this is no profile of a portal: ${faults.join("; ")}.`, cause);
}

function wrong(file: string, what: string, cause?: unknown): StopRunError {
  return new StopRunError(`--profile ${file}: ${what}`, { exitCode: exitCodes.wrongUsage, cause });
}
