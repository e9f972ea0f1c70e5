/** One line of text: any run of white space (nbsp and zero-width included) becomes one space, ends trimmed. */
export function collapseSpaces(text: string): string {
  // A plain space by itself, as nearly all are, is left as it is.
  return text.replace(/[\s\u200b]{2,}|[^\S ]|\u200b/g, " ").trim();
}

/** Folded for comparing labels and words: lower case, no accents, no punctuation at the end: `Descripción:` → `descripcion`. */
export function foldLabel(text: string): string {
  const line = collapseSpaces(text);
  const plain = /[\u0080-\uffff]/.test(line) ? line.normalize("NFD").replace(/\p{M}/gu, "") : line;
  return plain
    .toLowerCase()
    .replace(/[\s:.*]+$/, "")
    .replace(/^[\s*]+/, "");
}

/** A stable identifier of lower-case ASCII letters, digits and hyphens: `Comisión del Agua` → `comision-del-agua`. */
export function slugify(text: string): string {
  return foldLabel(text)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** The words of a name in a program: `FechaApertura` → `Fecha Apertura`. */
export function splitCamelCase(name: string): string {
  return name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2");
}
