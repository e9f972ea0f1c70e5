import type { DictionarySection } from "./entry.ts";
import { awardedEntries, coverageEntries } from "./supplier-profile.ts";

/** `BuyerProfiles`. */
export const buyerProfilesSection: DictionarySection = {
  id: "compradores",
  title: "Qué adjudica cada unidad compradora",
  about: "De qué vienen las cifras de las unidades, y en qué archivo está cada una.",
  entries: [
    { path: "schemaVersion", name: "Versión", meaning: "La versión de esta forma." },
    { path: "title", name: "Título", meaning: "Qué es este archivo." },
    { path: "uso", name: "Uso", meaning: "Cómo hallar el archivo de una unidad." },
    ...coverageEntries,
    {
      path: "buyers",
      name: "Unidades",
      meaning: "De cuántas dice alguien quién participó o quién ganó.",
    },
    { path: "files", name: "Archivos", meaning: "Los archivos con las fichas." },
    { path: "files/path", name: "Archivo", meaning: "Dónde está." },
    { path: "files/buyers", name: "Fichas", meaning: "Cuántas tiene." },
    { path: "files/sha256", name: "Huella", meaning: "La huella SHA-256 del archivo." },
  ],
};

/** `BuyerProfile`. */
export const buyerProfileSection: DictionarySection = {
  id: "comprador",
  title: "Ficha de una unidad compradora",
  about: "Lo que una unidad adjudicó en todos los procedimientos, y a quién.",
  entries: [
    { path: "id", name: "Identificador", meaning: "El de la unidad en las entregas." },
    { path: "name", name: "Nombre", meaning: "El nombre de la unidad." },
    ...coverageEntries,
    {
      path: "amounts",
      name: "Montos",
      meaning: "Los montos conocidos de sus adjudicaciones, una entrada por moneda.",
      limits: "Vacía si no se conoce ninguno, que no es cero.",
      holds: "montos",
    },
    {
      path: "supplierCount",
      name: "Proveedores",
      meaning: "Cuántos proveedores distintos le ganaron algo.",
    },
    {
      path: "suppliers",
      name: "Proveedores habituales",
      meaning: "Quién le ganó, de más a menos adjudicaciones, a lo más 100.",
      holds: "comprador-proveedor",
    },
  ],
};

/** A supplier of a `BuyerProfile`. */
export const buyerSupplierSection: DictionarySection = {
  id: "comprador-proveedor",
  title: "Proveedor en la ficha de una unidad",
  about: "Lo que un proveedor le ganó a una unidad.",
  entries: [
    { path: "party", name: "Parte", meaning: "El identificador que usan las entregas." },
    { path: "name", name: "Nombre", meaning: "El nombre, como lo escribe un informe." },
    {
      path: "rfc",
      name: "RFC",
      meaning: "El RFC de una empresa.",
      limits: "El de una persona física es un dato personal y no se publica.",
    },
    ...awardedEntries("de esta unidad a este proveedor"),
  ],
};
