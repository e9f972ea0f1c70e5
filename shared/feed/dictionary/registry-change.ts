import type { DictionarySection } from "./entry.ts";

/** `RegistryChange`. */
export const registryChangeSection: DictionarySection = {
  id: "padron-cambios",
  title: "Cambios del padrón",
  about:
    "Lo que cambió de un proveedor entre dos lecturas de una misma fuente: la página del portal, o los archivos importados. Ninguna línea se borra ni cambia de número.",
  entries: [
    { path: "seq", name: "Número", meaning: "El orden en que se supo, desde 1." },
    {
      path: "date",
      name: "Día",
      meaning: "El día en que se supo.",
      limits: "No es el día en que ocurrió: el padrón no lo dice.",
    },
    {
      path: "source",
      name: "Fuente",
      meaning: "«portal», la página del padrón; «import», un archivo importado.",
    },
    {
      path: "importName",
      name: "Archivo",
      meaning: "El nombre de la importación que trajo el cambio.",
      rare: "Solo si la fuente es un archivo.",
    },
    {
      path: "change",
      name: "Cambio",
      meaning: "«added» alta, «removed» baja, «changed» cambio de algún dato.",
    },
    {
      path: "isFirstReading",
      name: "Primera lectura",
      meaning:
        "Verdadero si la fuente se leyó por primera vez: todo es nuevo aquí, no en el padrón.",
      rare: "Falta en las lecturas siguientes.",
    },
    {
      path: "isUndo",
      name: "Deshecho",
      meaning: "Verdadero si se deshizo una importación, y con ella lo que había cambiado.",
      rare: "Solo al deshacer una importación.",
    },
    {
      path: "id",
      name: "Identificador",
      meaning: "El del proveedor en el padrón publicado; en una baja, el que tenía.",
    },
    {
      path: "formerId",
      name: "Identificador anterior",
      meaning: "El que tenía antes, si cambió su número o su nombre.",
      rare: "Solo si cambió.",
    },
    { path: "name", name: "Nombre o razón social", meaning: "El nombre del proveedor." },
    {
      path: "rfc",
      name: "RFC",
      meaning: "El RFC de una empresa.",
      limits: "El de una persona física es un dato personal y no se publica.",
      rare: "Solo de empresas.",
    },
    {
      path: "before",
      name: "Antes",
      meaning: "Los datos que cambiaron, como eran; en una baja, todos.",
      rare: "Falta en las altas.",
    },
    {
      path: "before/*",
      name: "Dato anterior",
      meaning: "El dato del padrón que lleva ese nombre; null si no lo tenía.",
      rare: "Falta en las altas.",
    },
    {
      path: "after",
      name: "Después",
      meaning: "Los datos que cambiaron, como quedaron; en un alta, todos.",
      rare: "Falta en las bajas.",
    },
    {
      path: "after/*",
      name: "Dato nuevo",
      meaning: "El dato del padrón que lleva ese nombre; null si ya no lo tiene.",
      rare: "Falta en las bajas.",
    },
  ],
};
