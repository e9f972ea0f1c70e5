import type { Procedimiento } from "../../../shared/portal/records.ts";
import { findDateFormat } from "../../../shared/values/dates.ts";
import { repairText } from "../../../shared/values/repair.ts";
import { answered, type Evidence, type Question, type Reply, unanswered } from "../question.ts";
import { recordsSeen } from "../records.ts";
import type { Visit } from "../visit.ts";

/** How codes, numbers, dates and amounts are written. */
export const numberQuestions: readonly Question[] = [
  {
    id: "unit-code",
    group: "words",
    text: "What stands before the name of a Unidad Compradora: nine digits, a short code, nothing?",
    reply: (visit) =>
      replyOnForms(visit, "unidadCompradora", ({ unidadCompradora: unit }) => {
        if (unit === undefined) return undefined;
        if (unit.codigo === undefined) return { form: "no code", example: unit.nombre };
        const form = /^\d{9}$/.test(unit.codigo) ? "nine digits" : "a short code";
        return { form, example: `${unit.codigo} | ${unit.nombre}` };
      }),
  },
  {
    id: "number-formats",
    group: "words",
    text: "In which forms are procedures numbered?",
    reply: (visit) =>
      replyOnForms(visit, "numeroProcedimiento", ({ numeroProcedimiento: number }) =>
        number === undefined ? undefined : { form: formOf(number), example: number },
      ),
  },
  {
    id: "date-formats",
    group: "words",
    text: "In which forms are dates written, and can all be read?",
    reply: datesReply,
  },
  {
    id: "amounts",
    group: "words",
    text: "Are there amounts of money on the pages?",
    reply: (visit) => {
      const pages = [...visit.list, ...visit.details].filter(({ facts }) => facts !== undefined);
      if (pages.length === 0) return unanswered("no page of HTML came");
      const found = pages.flatMap(({ facts, url }) =>
        [
          ...(facts?.text ?? "").matchAll(
            /\$ ?\d[\d,]*(?:\.\d+)?(?: ?(?:M\.?N\.?|MXN|USD|pesos))?/gi,
          ),
        ].map(([text]): Evidence => ({ url, text })),
      );
      const [first] = found;
      return first === undefined
        ? answered(
            "none on the pages that were seen",
            pages.slice(0, 1).map(({ url }) => ({ url })),
            {
              confidence: "uncertain",
            },
          )
        : answered(`yes, such as ${first.text}; the profile reads none`, found.slice(0, 3));
    },
  },
];

type Field = "unidadCompradora" | "numeroProcedimiento";

/** The forms of a field's texts, the most frequent first, each with an example. */
function replyOnForms(
  visit: Visit,
  field: Field,
  describe: (record: Procedimiento) => { form: string; example: string } | undefined,
): Reply {
  const forms = new Map<string, { count: number; example: string; url: string }>();
  for (const record of recordsSeen(visit)) {
    const found = describe(record);
    if (found === undefined) continue;
    const known = forms.get(found.form);
    if (known) known.count += 1;
    else forms.set(found.form, { count: 1, example: found.example, url: record.url });
  }
  if (forms.size === 0) return unanswered(`no procedure that was read has a ${field}`);
  const sorted = [...forms].sort(([, a], [, b]) => b.count - a.count);
  return answered(
    sorted.map(([form, { count, example }]) => `${form} ×${count} (${example})`).join("; "),
    sorted.slice(0, 3).map(([, { url, example }]) => ({ url, text: example })),
  );
}

/** `LP/E/SEED/007/2025` → `A/A/A/9/9`: letters and digits, however many, and the signs between them. */
function formOf(text: string): string {
  return text.replace(/\p{L}+/gu, "A").replace(/\d+/g, "9");
}

const dateKeys = [
  "fechaPublicacion",
  "fechaJuntaAclaraciones",
  "fechaAperturaProposiciones",
  "fechaFallo",
] as const;

function datesReply(visit: Visit): Reply {
  const forms = new Map<
    string,
    { count: number; example: string; url: string; format: string | undefined }
  >();
  for (const record of recordsSeen(visit)) {
    for (const key of dateKeys) {
      const text = record.original[key];
      const isRead = record[key] !== undefined;
      const isUnread = record.problemas.some(({ campo }) => campo === key);
      // What stands for "no date" is no form of one.
      if (text === undefined || !(isRead || isUnread)) continue;
      const form = formOf(repairText(text));
      const known = forms.get(form);
      if (known) known.count += 1;
      else
        forms.set(form, {
          count: 1,
          example: text,
          url: record.url,
          format: findDateFormat(repairText(text), visit.profile.timeZone),
        });
    }
  }
  if (forms.size === 0) return unanswered("no procedure that was read has a date");
  const sorted = [...forms].sort(([, a], [, b]) => b.count - a.count);
  const undeclared = sorted.filter(
    ([, { format }]) => !visit.profile.dateFormats.some((known) => known === format),
  );
  return answered(
    sorted
      .map(([, { count, example, format }]) => `${format ?? "UNREADABLE"} ×${count} (${example})`)
      .join("; "),
    sorted.slice(0, 4).map(([, { url, example }]) => ({ url, text: example })),
    { differs: undeclared.length > 0 ? "optional" : undefined },
  );
}
