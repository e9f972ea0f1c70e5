import type { DictionaryEntry } from "./entry.ts";

/** The fields of a reference to the buying unit that stands at `path`. */
export function unitEntries(path: string): DictionaryEntry[] {
  return [
    {
      path: `${path}/id`,
      name: "Identificador de la unidad",
      meaning:
        "Identificador de la unidad en esta publicación, hecho con su clave o, si el portal no la imprime, con su nombre.",
      from: ["procedimiento.unidadCompradora"],
    },
    {
      path: `${path}/name`,
      name: "Nombre de la unidad",
      meaning: "El nombre de la unidad compradora, como lo escribe el portal.",
      from: ["procedimiento.unidadCompradora"],
      limits: "Dos nombres distintos de una misma unidad no se juntan.",
    },
  ];
}

/** Who takes part in a process. */
export const partyEntries: readonly DictionaryEntry[] = [
  {
    path: "parties",
    name: "Participantes",
    meaning: "Quiénes intervienen en el procedimiento. Hoy, solo la unidad compradora.",
    limits: "Las páginas que se leen no dan como dato a los licitantes ni a quien gana.",
  },
  ...unitEntries("parties"),
  {
    path: "parties/identifier",
    name: "Clave de la unidad",
    meaning:
      "La clave que el portal imprime antes del nombre de la unidad; falta si no la imprime.",
  },
  {
    path: "parties/identifier/scheme",
    name: "Lista de claves",
    meaning: "Siempre «X-MX-DUR-UC»: las claves de unidad que usa el portal de Durango.",
    limits: "No es una lista registrada en org-id.guide; por eso empieza con «X-».",
  },
  {
    path: "parties/identifier/id",
    name: "Clave",
    meaning: "La clave de la unidad, tal como la imprime el portal.",
    from: ["procedimiento.unidadCompradora"],
  },
  {
    path: "parties/roles",
    name: "Papel",
    meaning:
      "«buyer» y «procuringEntity»: la unidad compra y lleva el procedimiento. Quien ya no aparece como unidad compradora se queda sin papel.",
  },
  {
    path: "buyer",
    name: "Unidad compradora",
    meaning: "Quién compra: remite al participante con el mismo identificador.",
  },
  ...unitEntries("buyer"),
];
