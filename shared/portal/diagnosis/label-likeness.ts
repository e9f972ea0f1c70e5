import { foldLabel, splitCamelCase } from "../../values/text.ts";

/** Words that labels share whatever they stand for. */
const stopWords = new Set("de del la el los las y o a en por para fecha".split(" "));

/** Words that speak for a field beside those of its known labels, folded. */
const hintWords: Readonly<Record<string, string>> = {
  numeroProcedimiento: "numero num no folio expediente clave licitacion identificador",
  descripcion: "descripcion objeto concepto asunto requerimiento titulo nombre",
  unidadCompradora:
    "unidad dependencia entidad ente convocante contratante compradora organismo institucion requirente",
  tipoProcedimiento: "tipo modalidad procedimiento metodo",
  materia: "materia contratacion rubro caracter",
  fechaPublicacion: "publicacion publicado convocatoria emision",
  fechaJuntaAclaraciones: "junta aclaraciones aclaracion preguntas dudas",
  fechaAperturaProposiciones: "apertura proposiciones propuestas ofertas presentacion recepcion",
  fechaFallo: "fallo adjudicacion resolucion",
  estatus: "estatus estado situacion etapa fase status",
  enlace: "detalle ver acciones consultar opciones",
  rfc: "rfc contribuyentes",
  nombre: "nombre razon social proveedor denominacion empresa",
  folio: "folio registro numero no",
  tipoPersona: "persona tipo",
  municipio: "municipio ciudad localidad",
  giros: "giro giros especialidad actividad ramo",
  fechaInscripcion: "inscripcion alta registro",
  vigenciaHasta: "vigencia vigente vence vencimiento",
};

/** How a label is like those that stand for a field. */
export interface LabelLikeness {
  /** From 0 to 1: by words, whatever their endings, and by words that usually speak for such a field. */
  share: number;
  /** Whether every word is one of a known label or speaks for the field: `Segunda junta de aclaraciones` is another meeting. */
  isWhole: boolean;
}

/** `Fecha del Fallo` is like `Evento de Fallo`, and `FechaApertura` like `Apertura`. */
export function labelLikeness(
  label: string,
  key: string,
  synonyms: readonly string[],
): LabelLikeness {
  const words = splitWords(label);
  if (words.length === 0) return { share: 0, isWhole: false };
  const known = synonyms.map(splitWords);
  const hints = hintWords[key]?.split(" ") ?? []; // A field that is new has none.
  const isIn = (word: string, others: readonly string[]) =>
    others.some((other) => isSameWord(word, other));
  const hinted = words.filter((word) => isIn(word, hints));
  return {
    share: Math.max(
      (hinted.length / words.length) * 0.7,
      ...known.map((others) => shareOfWords(words, others)),
    ),
    isWhole: words.every((word) => isIn(word, [...known.flat(), ...hints])),
  };
}

function splitWords(label: string): string[] {
  return foldLabel(splitCamelCase(label))
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== "" && !stopWords.has(word));
}

/** Dice's coefficient: twice the words they share over all words. */
function shareOfWords(a: readonly string[], b: readonly string[]): number {
  const shared = a.filter((word) => b.some((other) => isSameWord(word, other))).length;
  return a.length + b.length === 0 ? 0 : (2 * shared) / (a.length + b.length);
}

/** `aclaracion` and `aclaraciones`, `proposicion` and `propocision`: the beginning or all but a letter or two. */
function isSameWord(a: string, b: string): boolean {
  if (a === b) return true;
  const length = Math.min(a.length, b.length);
  if (length < 5) return false;
  if (a.slice(0, 7) === b.slice(0, 7) && length >= 7) return true;
  return editDistance(a, b) <= (length < 8 ? 1 : 2);
}

/** Levenshtein's distance: letters to add, drop or change. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
