import { spellDate, spellMove } from "../values/spell-date.ts";
import type { Change, DateField, TextField } from "./list-changes.ts";

const names: Readonly<Record<DateField | TextField, string>> = {
  publication: "la publicación",
  clarification: "la junta de aclaraciones",
  opening: "la apertura",
  award: "el fallo",
  status: "el estado",
  title: "la descripción",
  number: "el número",
  buyer: "la unidad compradora",
  method: "la modalidad",
  category: "la materia",
};

/** A field by its name with its article, as it stands within a sentence: `la apertura`. */
export function nameField(field: DateField | TextField): string {
  return names[field];
}

/** One plain sentence in Spanish: `La apertura pasó del 18 al 20 de marzo de 2026, 11:30 h.` */
export function describeChange(change: Change): string {
  switch (change.kind) {
    case "added":
      return "El procedimiento es nuevo.";
    case "cancelled":
      return "El procedimiento se canceló.";
    case "withdrawn":
      return "El procedimiento ya no aparece en el portal.";
    case "returned": {
      const status = change.after === undefined ? "" : `, con el estado «${change.after}»`;
      return `El procedimiento volvió a aparecer en el portal${status}.`;
    }
    case "announced":
      return `Se anunció ${names[change.field]}: ${spellDate(change.after)}.`;
    case "moved":
      return `${subject(change.field)} pasó ${spellMove(change.before, change.after)}.`;
    case "removed":
      return `${subject(change.field)} ya no tiene fecha; era el ${spellDate(change.before)}.`;
    case "changed":
      return describeText(change);
    case "documentAdded":
      return `Hay un anexo nuevo: «${change.after}».`;
    case "documentReturned":
      return `El anexo «${change.after}» volvió a aparecer en el portal.`;
    case "documentReplaced":
      return `El archivo del anexo «${change.after}» es otro que antes.`;
    case "documentWithdrawn":
      return `El anexo «${change.before}» ya no aparece en el portal.`;
    case "documentRenamed":
      return `El anexo «${change.before}» ahora se llama «${change.after}».`;
  }
}

function describeText({ field, before, after }: Extract<Change, { kind: "changed" }>): string {
  if (after === undefined) return `${subject(field)} ya no se conoce; era «${before}».`;
  if (before === undefined) return `${subject(field)} ya se conoce: «${after}».`;
  return `${subject(field)} cambió de «${before}» a «${after}».`;
}

function subject(field: DateField | TextField): string {
  const name = names[field];
  return name.charAt(0).toUpperCase() + name.slice(1);
}
