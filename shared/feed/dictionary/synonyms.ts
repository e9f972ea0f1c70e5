import type { DictionarySection } from "./entry.ts";

/** `SynonymList`. */
export const synonymsSection: DictionarySection = {
  id: "sinonimos",
  title: "Sinónimos de compras públicas",
  about: "Las palabras con que distintas dependencias piden lo mismo, por grupos.",
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
    { path: "notes", name: "Notas", meaning: "Qué reúne un grupo." },
    { path: "uso", name: "Uso", meaning: "Cómo busca un programa con esta lista." },
    { path: "groups", name: "Grupos", meaning: "Cada uno reúne palabras y frases." },
    {
      path: "groups/id",
      name: "Identificador",
      meaning: "El del grupo; no cambia de una versión a otra.",
    },
    {
      path: "groups/words",
      name: "Palabras",
      meaning: "Palabras y frases que piden lo mismo, como se escriben, con sus acentos.",
      limits: "No están el plural ni el otro género: se reconocen al comparar.",
    },
  ],
};
