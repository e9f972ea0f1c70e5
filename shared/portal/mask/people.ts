import { normalizeRfc, rfcOwner } from "../../values/rfc.ts";
import { collapseSpaces, foldLabel, splitCamelCase } from "../../values/text.ts";
import { findLabel } from "../labels.ts";
import type { Entry, PageText } from "../page.ts";
import type { PortalProfile } from "../profile.ts";
import { foldRead } from "../profile-words.ts";
import { hideDigits, keepForm, type MaskKind } from "./patterns.ts";

/** Words of labels beside which a person is named, folded. */
const personLabel =
  /\b(responsables?|contactos?|representantes?|comprador(?!a)|compradores|elaboro|autorizo|reviso|atendio|capturo|capturista|firma|firmante|titular|apoderad[oa]|solicitante|servidor(?:es)? public[oa]s?|funcionari[oa]s?|enlace administrativo|supervisor|residente de obra|nombre completo|primer apellido|segundo apellido|apellidos?)\b/;
/** What is no person although it stands there. */
const officeWord =
  /\b(secretaria|subsecretaria|direccion|subdireccion|departamento|coordinacion|unidad|comite|instituto|comision|ayuntamiento|municipio|gobierno|jefatura|gerencia|oficina|organo|universidad|colegio|fiscalia|tribunal|congreso|area|ver|no aplica|s\.? ?a\.? de c\.? ?v|s\.? de r\.? ?l)\b/;

/** Whether a person is named beside a label, or under the name of a property: `Elaboró:`, `NombreResponsable`. */
export function isPersonLabel(label: string): boolean {
  return personLabel.test(foldLabel(splitCamelCase(label)));
}

/** Whether a text beside a person's label may be a name: letters only, and not an office's. */
export function mayBeName(text: string): boolean {
  const line = collapseSpaces(text);
  return (
    /^[\p{L}\p{M}.,'’ÃÂ‰“š‘-]+(?: [\p{L}\p{M}.,'’ÃÂ‰“š‘-]+){0,9}$/u.test(line) &&
    !officeWord.test(foldLabel(line))
  );
}

/** A text that says something of a person, wherever on the page it stands. */
export interface PersonalText {
  kind: MaskKind;
  text: string;
  mask: (text: string) => string;
}

/**
 * What a page says of people by its labels: names under "Responsable" and the like, telephones, and of suppliers who are natural persons
 * name and address. A name of a single word is left out, since the word may be another's.
 */
export function personalTexts(page: PageText, profile: PortalProfile): PersonalText[] {
  const found = new Map<string, PersonalText>();
  const add = (kind: MaskKind, text: string, mask = keepForm): void => {
    const line = collapseSpaces(text);
    if (line !== "") found.set(line, { kind, text: line, mask });
  };
  const addName = (text: string): void => {
    if (collapseSpaces(text).includes(" ") && mayBeName(text)) add("name", text);
  };
  for (const entry of page.entries) {
    const isPerson = isNaturalPerson(entry);
    const isNamed = entry.pairs.some(({ label }) => isNameLabel(label, profile));
    for (const { label, texts } of entry.pairs) {
      const folded = foldRead(label);
      const isName = isPerson && isNameLabel(label, profile);
      for (const text of texts) {
        // Of whom the registry calls a person, all that stands in the place of a name is one.
        if (isName && collapseSpaces(text).includes(" ")) add("name", text);
        // Where nobody knows the label of the name, it may be any.
        else if (isPersonLabel(label) || (isPerson && !isNamed)) addName(text);
        if (isPerson && addressLabel.test(folded)) add("address", text);
        if (phoneLabel.test(folded) && /^[\d ()+./-]{7,}$/.test(text))
          add("phone", text, hideDigits);
      }
    }
  }
  return [...found.values()];
}

const addressLabel = /\b(domicilio|direccion|calle|colonia|codigo postal)\b/;
const phoneLabel = /\b(telefonos?|tel|celular|movil|fax)\b/;

const isNameLabel = (label: string, profile: PortalProfile): boolean =>
  findLabel(label, "padron", profile)?.key === "nombre";

/** Whether an entry is about a natural person, by what stands in it under whatever label. */
function isNaturalPerson({ pairs }: Entry): boolean {
  return pairs.some(({ texts }) =>
    texts.some(
      (text) =>
        /^(persona )?fisica$/.test(foldRead(text)) || rfcOwner(normalizeRfc(text)) === "person",
    ),
  );
}
