import { plainWord } from "./fold.ts";

/**
 * What the forms of a folded word have in common: `útiles` and `útil` → `util`, `medicas` and `medico` → `medico`, `luces` and `luz`
 * → `luc`, `007` → `7`. Number is taken off every word, gender only where it is that of an adjective or a person: `mesa` and `mes`,
 * `libro` and `libra` are no forms of each other. Words of three letters stay, and so do words with digits in them.
 *
 * A light stemmer after Savoy's for Spanish (UniNE), which takes off plural and gender and nothing else. The Snowball stemmer
 * takes off verb endings too: it makes `seguro` and `seguridad` one word and `tóner` and `tóneres` two, and without their accents,
 * as half of the portal's titles are typed, it parts `contratacion` from `contrataciones`.
 */
export function stemWord(word: string): string {
  if (/\d/.test(word)) return /^0+\d+$/.test(word) ? word.replace(/^0+/, "") || "0" : word;
  const singular = singularOf(word);
  // A plural in -ces is that of a word in -z, or of one in -ce.
  if (singular.endsWith("z")) return `${singular.slice(0, -1)}c`;
  if (singular.length <= 3) return singular;
  return singular.endsWith("e") ? singular.slice(0, -1) : masculineOf(singular);
}

/** The beginnings one of which every form of a stem has: `medico` → `medic`, `luc` → `luc` and `luz`. Each form is two letters longer at most. */
export function beginningsOf(stem: string): string[] {
  if (stem.endsWith("c")) return [stem, `${stem.slice(0, -1)}z`];
  return [stem.length > 3 && stem.endsWith("o") ? stem.slice(0, -1) : stem];
}

/** Plurals that mean something else than their singular: `blancos` are sheets and towels, and `Peñón Blanco` is a place. */
const wordsOfTheirOwn = new Set(["blancos"]);

/** Singulars in -s whose plural is in -ses: `autobús`, `países`. */
const singularsInS = new Set(
  (
    "anis arnes autobus burgues cipres compas estres frances gris holandes ingles interes irlandes japones marques microbus minibus " +
    "obus omnibus pais portugues reves traves trolebus vals"
  ).split(" "),
);

/** A word without the -s of its plural; behind a consonant an -e is left, which is no part of a stem anyhow. */
function singularOf(word: string): string {
  const isSingular = singularsInS.has(word) || wordsOfTheirOwn.has(word);
  const isPlural = word.length > 3 && word.endsWith("s") && !isSingular;
  return isPlural ? word.slice(0, -1) : word;
}

/**
 * Endings of adjectives and of words for people, behind a syllable at least: `pública`, `usada`, `sólida`, `sanitaria`, `preventiva`,
 * `peligrosa`, `psicóloga`, `fotógrafa`, `ciudadana`. Shorter words are other nouns: `grado` and `grada`, `plano` and `plana`.
 */
const inflected = /[aeiou].*(?:ic|[ai]d|ari|iv|os|log|graf|an)a$/;

/** Feminine words in -ora that are made of one in -or: `directora`, `computadora`, `asesora`; not `mejora` and not `hora`. */
const inOra = /..[dts]ora$/;

/** Nouns with such endings that mean one thing with -a and another with -o: footwear and avenue, lot and party, ice cream and frost. */
const notInflected = new Set(["calzada", "helada", "partida", "sotana"]);

/** Adjectives and people whose endings are also those of nouns, without -o and -a. None of them may be that of a noun. */
const inflectedStems = new Set(
  // Of order, number and kind.
  (
    "abiert aere alimentici alt ampli anch antigu arquitect bovin campesin caprin ciert compact complet continu correct cort creditici crioll " +
    "desiert direct distint divers enter equin exact extens extern extranjer femenin fij fresc fri gratuit impres indirect intens intern " +
    "lacte larg liger masculin matern llen matutin maxim minim mism mixt modern negr nocturn nuev otr ovin patern pequeñ porcin previst primer " +
    "profund propi proxim redond roj sec segund subterrane tercer tod ultim vari vecin vespertin viej amarill " +
    // People.
    "abuel adult alumn bomber cieg cociner compañer dueñ enfermer hij ingenier maestr ministr niñ obrer pasajer sord viud"
  )
    .split(" ")
    .flatMap((stem) => [stem, plainWord(stem)]),
);

/** Forms that no ending tells. */
const irregular = new Map([
  ["española", "español"],
  ["espanola", "espanol"],
  ["jefa", "jef"],
  ["presidenta", "president"],
  ["primer", "primero"],
  ["señora", "señor"],
  ["senora", "senor"],
  ["tercer", "tercero"],
]);

/** The masculine of an adjective or a person; any other word as it is. */
function masculineOf(word: string): string {
  const known = irregular.get(word);
  if (known !== undefined) return known;
  if (!word.endsWith("a") || notInflected.has(word)) return word;
  const stem = word.slice(0, -1);
  if (inOra.test(word)) return stem;
  return inflected.test(word) || inflectedStems.has(stem) ? `${stem}o` : word;
}

const stopWords = new Set(
  "a al ante c con de del desde e el en entre la las lo los ni o para por que se sin su sus u un una y".split(
    " ",
  ),
);

/** Whether a folded word says nothing by itself: `de`, `para`, `los`. */
export function isStopWord(word: string): boolean {
  return stopWords.has(word);
}
