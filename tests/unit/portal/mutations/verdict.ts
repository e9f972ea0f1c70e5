import { PageChangedError } from "../../../../shared/portal/errors.ts";
import { findLabel } from "../../../../shared/portal/labels.ts";
import { durango } from "../../../../shared/portal/profiles/durango.ts";
import type { Procedimiento, Proveedor } from "../../../../shared/portal/records.ts";
import { repairText } from "../../../../shared/values/repair.ts";
import { fieldsOf, keyOf, type Mutant, readMutant } from "./mutant.ts";

/**
 * `right`: every record says what the page says. `refused`: a `PageChangedError` names what is not there. `reported`: fields are missing,
 * and for each of them a person is told of a label or a text. `wrong`: anything else, a record that is not there and a silence too.
 */
export type Outcome = "right" | "refused" | "reported" | "wrong";

export interface Verdict {
  outcome: Outcome;
  /** For whoever has to mend the reader. */
  why: string;
}

export function judge(mutant: Mutant): Verdict {
  let records: (Procedimiento | Proveedor)[];
  try {
    records = readMutant(mutant);
  } catch (error) {
    if (error instanceof PageChangedError) return { outcome: "refused", why: error.message };
    throw error;
  }
  return judgeRecords(mutant, records);
}

/** The same of records that somebody else has read from the page. */
export function judgeRecords(
  mutant: Mutant,
  records: readonly (Procedimiento | Proveedor)[],
): Verdict {
  const faults: string[] = [];
  const reported: string[] = [];
  const seen = new Set<string>();
  for (const record of records) {
    const key = keyOf(record);
    seen.add(key);
    const truth = mutant.truth.get(key);
    if (truth === undefined) {
      faults.push(`a record ${key} that is none: ${JSON.stringify(record)}`);
      continue;
    }
    const fields = fieldsOf(record);
    for (const field of new Set([...fields.keys(), ...truth.fields.keys()])) {
      const [is, should] = [fields.get(field), truth.fields.get(field)].map((value) =>
        value === undefined ? undefined : JSON.stringify(value),
      );
      if (is === should) continue;
      const text = truth.original.get(field) ?? "";
      const isTold = is === undefined && isReported(mutant, record, field, text);
      (isTold ? reported : faults).push(`${key} ${field}: ${is ?? "missing"}, not ${should}`);
    }
  }
  for (const key of mutant.truth.keys()) if (!seen.has(key)) faults.push(`no record ${key}`);
  if (faults.length > 0) return { outcome: "wrong", why: faults.join("; ") };
  return reported.length > 0
    ? { outcome: "reported", why: reported.join("; ") }
    : { outcome: "right", why: "" };
}

function isReported(
  { definition }: Mutant,
  { problemas, desconocidos }: Procedimiento | Proveedor,
  field: string,
  text: string,
): boolean {
  if (problemas.some(({ campo }) => campo === field)) return true;
  const start = repairText(text).slice(0, 12);
  return desconocidos.some(
    ({ etiqueta, texto }) =>
      (start !== "" && repairText(texto).includes(start)) ||
      [etiqueta, texto].some((label) => findLabel(label, definition.id, durango)?.key === field),
  );
}
