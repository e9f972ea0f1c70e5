import { awardEntries } from "./awards.ts";
import type { DictionaryEntry, DictionarySection } from "./entry.ts";
import { partyEntries } from "./parties.ts";
import { tenderEntries } from "./tender.ts";

const process: readonly DictionaryEntry[] = [
  {
    path: "ocid",
    name: "Identificador del proceso",
    meaning:
      "Identifica el procedimiento en todos los archivos: el prefijo de esta publicación, un guion y el número que le da el portal; si solo hablan de él los informes de la PNT, «pnt-» y una huella. No cambia.",
  },
  {
    path: "id",
    name: "Identificador de la entrega",
    meaning:
      "De una entrega: el ocid y una huella de todo lo que la entrega dice. Del estado actual: el ocid y la fecha de la última entrega.",
  },
  {
    path: "date",
    name: "Fecha de la entrega",
    meaning:
      "Cuándo se supo lo que la entrega dice: el momento en que se leyó la página o se importó el informe. Del estado actual, la fecha de la última entrega.",
    limits: "No es la fecha de ningún acto del procedimiento.",
  },
  {
    path: "tag",
    name: "Qué pasó",
    meaning:
      "«tender»: se vio por primera vez; «tenderUpdate»: hay algo nuevo; «tenderAmendment»: se movió o desapareció una fecha o un documento ya publicados; «tenderCancellation»: se canceló; «award», «contract» y sus «…Update»: un informe de la PNT dijo algo por primera vez o lo corrigió; «compiled»: no es una entrega, sino el estado actual.",
  },
  { path: "language", name: "Idioma", meaning: "Siempre «es»: los textos están en español." },
  {
    path: "initiationType",
    name: "Cómo empezó",
    meaning: "Siempre «tender»: el estándar no tiene otro valor.",
  },
];

const rekeyed =
  "Solo lo hay si esta publicación cambió de prefijo o un informe quizá hable del mismo procedimiento.";

const related: readonly DictionaryEntry[] = [
  {
    path: "relatedProcesses",
    name: "Procesos relacionados",
    meaning:
      "Los identificadores que este mismo procedimiento tuvo antes, y los de procedimientos del portal que quizá sean el mismo que un informe.",
    rare: rekeyed,
  },
  {
    path: "relatedProcesses/id",
    name: "Identificador de la relación",
    meaning: "Un número dentro de la lista.",
    rare: rekeyed,
  },
  {
    path: "relatedProcesses/relationship",
    name: "Relación",
    meaning:
      "«formerOcid»: es el ocid anterior del mismo procedimiento; «possiblySameProcess»: quizá sea el mismo, sin certeza para juntarlos. Son códigos propios: el estándar no tiene otros.",
    rare: rekeyed,
  },
  {
    path: "relatedProcesses/title",
    name: "Título de la relación",
    meaning: "La relación, en palabras.",
    rare: rekeyed,
  },
  {
    path: "relatedProcesses/scheme",
    name: "Clase de identificador",
    meaning: "Siempre «ocid».",
    rare: rekeyed,
  },
  {
    path: "relatedProcesses/identifier",
    name: "Identificador del otro",
    meaning: "El ocid que el procedimiento tenía, o el del que quizá sea el mismo.",
    rare: rekeyed,
  },
];

/** A release, and a compiled release, which says what is so now. */
export const releaseSection: DictionarySection = {
  id: "entrega",
  title: "Entregas (releases) y estado actual (compiled releases)",
  about:
    "Una entrega dice todo lo que se sabía del procedimiento en una fecha; `null` en un campo dice que ese dato desapareció del portal. El estado actual reúne todas las entregas del procedimiento y no lleva ningún `null`.",
  entries: [...process, ...partyEntries, ...tenderEntries, ...awardEntries, ...related],
};
