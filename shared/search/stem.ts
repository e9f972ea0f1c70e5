/**
 * What is left of a folded word without its ending for number and gender: `útiles` and `útil` → `util`, `medicas` and
 * `medico` → `medic`, `luces` and `luz` → `luc`, `007` → `7`. Words of three letters stay, and so do words with digits in them.
 *
 * A light stemmer after Savoy's for Spanish (UniNE), which takes off plural and gender and nothing else. The Snowball stemmer
 * takes off verb endings too: it makes `seguro` and `seguridad` one word and `tóner` and `tóneres` two, and without their accents,
 * as half of the portal's titles are typed, it parts `contratacion` from `contrataciones`.
 */
export function stemWord(word: string): string {
  if (/\d/.test(word)) return /^0+\d+$/.test(word) ? word.replace(/^0+/, "") || "0" : word;
  const singular = word.length > 3 && word.endsWith("s") ? word.slice(0, -1) : word;
  const stem = singular.length > 3 && /[aeo]$/.test(singular) ? singular.slice(0, -1) : singular;
  // A plural in -ces is that of a word in -z, or of one in -ce.
  return stem.length > 2 && stem.endsWith("z") ? `${stem.slice(0, -1)}c` : stem;
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
