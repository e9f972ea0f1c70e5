import type { DictionarySection } from "./entry.ts";

/** `Listing69b`. */
export const listing69bSection: DictionarySection = {
  id: "lista-69b",
  title: "Situación en la lista del artículo 69-B",
  about:
    "Lo que dice de una empresa la lista que publica el SAT según el artículo 69-B del Código Fiscal de la Federación. No acusa a nadie: «presunto» es un procedimiento en curso, y «desvirtuado» y «sentenciaFavorable» son a favor de la empresa. Habla de comprobantes fiscales, no de contratos.",
  entries: [
    {
      path: "situation",
      name: "Situación",
      meaning:
        "«presunto», «desvirtuado», «definitivo» o «sentenciaFavorable», como las distingue la ley.",
      rare: "Solo si se importó una lista y nombra a la empresa.",
    },
    {
      path: "listDate",
      name: "Fecha de la lista",
      meaning: "El día al que corresponde la lista, según su título.",
      limits: "La situación de hoy puede ser otra: la dice la lista del SAT.",
      rare: "Solo si se importó una lista y nombra a la empresa.",
    },
    {
      path: "satPublishedOn",
      name: "Publicación del SAT",
      meaning: "El día en que el SAT publicó esta situación en su página.",
      rare: "Falta si la lista no lo dice.",
    },
    {
      path: "gazettePublishedOn",
      name: "Publicación en el DOF",
      meaning: "El día en que el Diario Oficial de la Federación publicó esta situación.",
      rare: "Falta si la lista no lo dice.",
    },
    {
      path: "notice",
      name: "Oficio",
      meaning: "El número y la fecha del oficio, como los escribe la lista.",
      rare: "Falta si la lista no lo dice.",
    },
  ],
};
