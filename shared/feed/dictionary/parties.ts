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
    meaning:
      "Quiénes intervienen en el procedimiento: la unidad compradora y, si un informe de la PNT los dice, licitantes y ganadores.",
    limits:
      "Las páginas del portal no dan como dato a los licitantes ni a quien gana. De una persona física se publica solo el nombre.",
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
    meaning:
      "«X-MX-DUR-UC»: las claves de unidad que usa el portal de Durango; «MX-RFC»: el RFC de una empresa.",
    limits: "No es una lista registrada en org-id.guide; por eso empieza con «X-».",
  },
  {
    path: "parties/identifier/id",
    name: "Clave",
    meaning: "La clave de la unidad, tal como la imprime el portal, o el RFC de la empresa.",
    from: ["procedimiento.unidadCompradora"],
  },
  {
    path: "parties/roles",
    name: "Papel",
    meaning:
      "«buyer» y «procuringEntity»: la unidad compra y lleva el procedimiento. Quien ya no aparece como unidad compradora se queda sin papel. «tenderer» presentó proposición o cotización, «supplier» ganó, «interestedParty» es posible contratante o invitado.",
  },
  {
    path: "buyer",
    name: "Unidad compradora",
    meaning: "Quién compra: remite al participante con el mismo identificador.",
  },
  ...unitEntries("buyer"),
];
