import { PageChangedError } from "./errors.ts";
import type { Procedimiento } from "./records.ts";

/** Fewer procedures than this say nothing: of three, two may well have been typed wrongly. */
const leastCompared = 5;

/** In the order in which they are held. */
const events = [
  "fechaPublicacion",
  "fechaJuntaAclaraciones",
  "fechaAperturaProposiciones",
  "fechaFallo",
] as const;

/** Judges over many procedures whether what their pages say can be true, where one alone may be a slip of whoever typed it. */
export interface Plausibility {
  note(record: Procedimiento): void;
  /**
   * Throws `PageChangedError` where most procedures have their events in an order in which none is held: then labels were exchanged, or
   * day and month were.
   */
  requireEventOrder(where: string): void;
  /** Throws `PageChangedError` where most texts of a field cannot be read: then its form has changed, or its label means something else. */
  requireReadableFields(where: string): void;
}

export function collectPlausibility(): Plausibility {
  const order = { compared: 0, against: 0, example: "" };
  const fields = new Map<string, { printed: number; unreadable: number; example: string }>();
  return {
    note: (record) => {
      const days = events.flatMap((event) => record[event]?.slice(0, 10) ?? []);
      if (days.length > 1) {
        order.compared += 1;
        if (days.some((day, index) => day < (days[index - 1] ?? ""))) {
          order.against += 1;
          order.example = `${record.url}: ${days.join(", ")}`;
        }
      }
      const texts = new Map(record.problemas.map(({ campo, texto }) => [campo, texto]));
      for (const event of events) {
        const text = texts.get(event);
        if (text === undefined && record[event] === undefined) continue;
        const field = fields.get(event) ?? { printed: 0, unreadable: 0, example: "" };
        fields.set(event, field);
        field.printed += 1;
        if (text === undefined || record[event] !== undefined) continue;
        field.unreadable += 1;
        field.example = `${record.url}: "${text.slice(0, 60)}"`;
      }
    },
    requireEventOrder: (where) => {
      const { compared, against, example } = order;
      if (compared < leastCompared || against * 2 <= compared) return;
      throw new PageChangedError(
        `${where}: ${against} of ${compared} procedures have their publication, meeting, opening and award in an order in which none is ` +
          `held, so that labels or dates mean something else than the profile says. The last one: ${example}`,
      );
    },
    requireReadableFields: (where) => {
      for (const [field, { printed, unreadable, example }] of fields) {
        if (printed < leastCompared || unreadable * 2 <= printed) continue;
        throw new PageChangedError(
          `${where}: ${unreadable} of ${printed} texts of "${field}" cannot be read, so that its form has changed, or its label means ` +
            `something else. The last one: ${example}. Mend dateFormats or the labels of the profile.`,
        );
      }
    },
  };
}
