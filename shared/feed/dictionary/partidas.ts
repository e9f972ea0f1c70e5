import type { DictionarySection } from "./entry.ts";

/** `PartidaList`. */
export const partidasSection: DictionarySection = {
  id: "partidas",
  title: "Partidas y sus palabras",
  about:
    "Los códigos del Clasificador por Objeto del Gasto (COG) con su nombre, y las palabras con que se compra lo de cada uno. Ayuda a buscar; no dice de ningún procedimiento cuál es su partida.",
  entries: [
    { path: "title", name: "Título", meaning: "Qué es esta lista." },
    {
      path: "version",
      name: "Versión",
      meaning: "El año de la lista y su número en ese año: «2026.1».",
    },
    { path: "language", name: "Lengua", meaning: "El español de México: «es-MX»." },
    {
      path: "license",
      name: "Licencia",
      meaning: "La de esta lista, que es de dominio público (CC0). La de los datos es otra.",
    },
    { path: "source", name: "Fuente", meaning: "De qué norma son los nombres." },
    { path: "compared", name: "Cotejo", meaning: "Cuándo y con qué se compararon los nombres." },
    { path: "notes", name: "Notas", meaning: "Cómo se leen los códigos y los grupos." },
    { path: "uso", name: "Uso", meaning: "Cómo se clasifica un título con esta lista." },
    {
      path: "fillers",
      name: "Palabras de relleno",
      meaning: "Pueden estar dentro de una frase sin cambiarla.",
    },
    {
      path: "enders",
      name: "Palabras de cierre",
      meaning: "Desde ellas el título ya no dice qué se compra.",
    },
    {
      path: "operations",
      name: "Operaciones",
      meaning: "Palabras que dicen qué se hace con lo que sigue.",
    },
    { path: "operations/words", name: "Palabras", meaning: "Las de la operación." },
    {
      path: "operations/chapters",
      name: "Capítulos",
      meaning: "Los que valen detrás de ella; ninguno, si lo que sigue no se compra.",
    },
    {
      path: "operations/startsAnew",
      name: "Empieza de nuevo",
      meaning: "Si lo que decía el título antes ya no cuenta.",
    },
    {
      path: "sameWords",
      name: "Palabras iguales",
      meaning: "Grupos de «sinonimos.json» cuyas palabras sueltas valen unas por otras.",
    },
    { path: "partidas", name: "Partidas", meaning: "Capítulos, conceptos y partidas genéricas." },
    {
      path: "partidas/code",
      name: "Código",
      meaning:
        "De una cifra, un capítulo (2 es el 2000); de dos, un concepto; de tres, una partida.",
    },
    { path: "partidas/name", name: "Nombre", meaning: "El del COG." },
    { path: "groups", name: "Grupos", meaning: "Palabras y frases, con sus códigos." },
    {
      path: "groups/codes",
      name: "Códigos",
      meaning: "Uno, o varios si las palabras no bastan para saber cuál de ellos es.",
    },
    {
      path: "groups/words",
      name: "Palabras",
      meaning: "Como se escriben, con sus acentos.",
      limits: "No están el plural ni el otro género: se reconocen al comparar.",
    },
    {
      path: "groups/helpOnly",
      name: "Solo ayuda",
      meaning: "Si las palabras dicen muy poco para clasificar un título.",
    },
  ],
};
