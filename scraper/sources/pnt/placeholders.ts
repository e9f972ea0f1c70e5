import { foldLabel } from "../../../shared/values/text.ts";

/** Texts by which the reports say that there is nothing to say, folded. */
const placeholders = [
  "no aplica.*",
  "n[ ./]*a",
  "n[ ./]*d",
  "no (disponible|existe|hay|hubo|generad[oa]|tiene|requiere)\\b.*",
  "no se (genero|cuenta|realizo|adjudico|llevo|celebro|emitio|requirio|presento)\\b.*",
  "sin (informacion|datos?|numero|contrato|apellidos?)",
  "(ver|vease)( la)? notas?.*",
  "s[ ./]*n",
  "ningun[oa]",
  "pendiente",
  "en proceso",
  "desiert[oa].*",
  "cancelad[oa].*",
  "null",
  "x{2,}",
  "[-_.,/*]+",
  "0+",
];
const placeholder = new RegExp(`^(?:${placeholders.join("|")})$`);

/** `No aplica`, `N/A`, `ver nota`, `-`: the cell is filled and says nothing. */
export function isPlaceholder(text: string): boolean {
  const folded = foldLabel(text);
  return folded === "" || placeholder.test(folded);
}
