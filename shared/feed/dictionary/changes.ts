import type { DictionarySection } from "./entry.ts";

/** `ChangeLine`. */
export const changeSection: DictionarySection = {
  id: "cambios",
  title: "Cambios de un día",
  about: "Una entrega y el estado en que dejó al procedimiento.",
  entries: [
    {
      path: "cursor",
      name: "Número",
      meaning:
        "El número de la entrega, del 1 en adelante; no cambia. Faltan los de entregas que se retractaron.",
    },
    { path: "date", name: "Día", meaning: "El día de la entrega, en la hora local del portal." },
    { path: "ocid", name: "Identificador del proceso", meaning: "Qué procedimiento cambió." },
    {
      path: "change",
      name: "Qué pasó con el procedimiento",
      meaning:
        "«added» es nuevo, «changed» cambió, «withdrawn» ya no aparece en el portal, «returned» volvió a aparecer, «retracted» se deshizo una importación y lo que había traído ya no se publica.",
    },
    { path: "tag", name: "Qué dice la entrega", meaning: "La etiqueta de la entrega." },
    { path: "release", name: "Entrega", meaning: "El identificador de la entrega." },
    {
      path: "compiled",
      name: "Estado",
      meaning:
        "El procedimiento como quedó después de esa entrega; falta si ya no queda nada de él.",
      holds: "entrega",
    },
  ],
};

/** `ChangesIndex`. */
export const changesIndexSection: DictionarySection = {
  id: "cambios-indice",
  title: "Índice de los cambios",
  about: "Qué archivos de cambios hay y cómo ponerse al día con ellos.",
  entries: [
    {
      path: "schemaVersion",
      name: "Versión",
      meaning: "Cambia cuando un programa hecho para la anterior ya no podría leer los cambios.",
    },
    { path: "uso", name: "Uso", meaning: "Qué hacer, paso por paso." },
    {
      path: "series",
      name: "Serie",
      meaning: "Si es otra que la que se guardó, hay que empezar de nuevo.",
    },
    { path: "cursor", name: "Número", meaning: "El del último cambio." },
    {
      path: "full",
      name: "Archivo completo",
      meaning: "Todos los procedimientos, como quedaron después del último cambio.",
    },
    { path: "full/path", name: "Archivo", meaning: "Su lugar, desde la raíz de la publicación." },
    { path: "full/bytes", name: "Tamaño", meaning: "En bytes." },
    { path: "full/sha256", name: "Huella", meaning: "SHA-256 del archivo." },
    { path: "files", name: "Archivos de cambios", meaning: "En el orden en que se leen." },
    { path: "files/path", name: "Archivo", meaning: "Su lugar, desde la raíz de la publicación." },
    { path: "files/date", name: "Día", meaning: "El día de sus entregas." },
    {
      path: "files/firstCursor",
      name: "Primer número",
      meaning: "El menor de los números que contiene.",
    },
    {
      path: "files/lastCursor",
      name: "Último número",
      meaning: "El mayor de los números que contiene.",
    },
    { path: "files/lines", name: "Líneas", meaning: "Cuántos cambios contiene." },
    { path: "files/bytes", name: "Tamaño", meaning: "En bytes." },
    { path: "files/sha256", name: "Huella", meaning: "SHA-256 del archivo." },
  ],
};
