import type { DictionaryEntry, DictionarySection } from "./entry.ts";
import { coverageEntries } from "./supplier-profile.ts";

const files = (path: string, name: string, meaning: string): DictionaryEntry[] => [
  { path, name, meaning },
  {
    path: `${path}/*`,
    name: "Archivo de esas dos cifras",
    meaning: "Por las dos primeras cifras hexadecimales del SHA-256 de lo que se busca.",
  },
  { path: `${path}/*/path`, name: "Archivo", meaning: "Desde la raíz de la publicación." },
  { path: `${path}/*/sha256`, name: "Huella", meaning: "La huella SHA-256 del archivo." },
];

/** `ExtensionDetails`. */
export const extensionDetailsSection: DictionarySection = {
  id: "extension-detalles",
  title: "Detalles para la extensión del navegador",
  about:
    "En qué archivo halla la extensión quién participó, quién ganó y qué documentos hay. Lo que no tiene archivo, nadie lo dice.",
  entries: [
    { path: "schemaVersion", name: "Versión", meaning: "La versión de esta forma." },
    ...coverageEntries,
    ...files("processes", "Procedimientos", "Por el número que les da el portal."),
    ...files("suppliers", "Proveedores", "Por el identificador con que se les nombra."),
    ...files("buyers", "Unidades compradoras", "Por su identificador."),
    ...files("citations", "Citas", "Por el número que les da el portal."),
    ...files("documents", "Documentos", "Por el número que les da el portal."),
    {
      path: "awards",
      name: "Montos",
      meaning: "El archivo con quién ganó cada procedimiento y por cuánto, en breve.",
    },
    { path: "awards/path", name: "Archivo", meaning: "Desde la raíz de la publicación." },
    { path: "awards/sha256", name: "Huella", meaning: "La huella SHA-256 del archivo." },
  ],
};

/** `RowCitation`. */
export const rowCitationSection: DictionarySection = {
  id: "cita",
  title: "Con qué citar un procedimiento",
  about: "La última entrega de un procedimiento, para citarla y comprobarla con `compras verify`.",
  entries: [
    { path: "id", name: "Número", meaning: "El que le da el portal." },
    { path: "date", name: "Fecha", meaning: "Cuándo se conoció la entrega." },
    {
      path: "permalink",
      name: "Enlace permanente",
      meaning: "El archivo donde queda para siempre, y después de `#` su identificador.",
    },
    {
      path: "sha256",
      name: "Huella",
      meaning: "La huella SHA-256 de la entrega en JSON canónico (RFC 8785).",
    },
  ],
};

const supplier = (path: string): DictionaryEntry[] => [
  { path: `${path}/party`, name: "Parte", meaning: "El identificador que usan las entregas." },
  { path: `${path}/name`, name: "Nombre", meaning: "El nombre, como lo escribe el informe." },
  {
    path: `${path}/rfc`,
    name: "RFC",
    meaning: "El RFC de una empresa.",
    limits: "El de una persona física es un dato personal y no se publica.",
  },
];

const value = (path: string, meaning: string, rare?: string): DictionaryEntry[] => {
  const entries: DictionaryEntry[] = [
    { path, name: "Monto", meaning, limits: "Falta si nadie lo dice, que no es cero." },
    { path: `${path}/amount`, name: "Cantidad", meaning: "El monto." },
    { path: `${path}/currency`, name: "Moneda", meaning: "Código ISO 4217." },
  ];
  return entries.map((entry) => (rare === undefined ? entry : { ...entry, rare }));
};

/** `ProcessDetails`. */
export const processDetailsSection: DictionarySection = {
  id: "detalle",
  title: "Quién participó y quién ganó en un procedimiento",
  about: "Lo que los informes dicen de un procedimiento del portal. Lo que no dicen, falta.",
  entries: [
    { path: "id", name: "Número", meaning: "El que le da el portal." },
    { path: "ocid", name: "OCID", meaning: "El identificador del proceso." },
    { path: "buyerId", name: "Unidad", meaning: "El identificador de la unidad compradora." },
    {
      path: "confidence",
      name: "Certeza",
      meaning: "Con qué certeza, de 0 a 1, los informes hablan de este procedimiento.",
    },
    {
      path: "counts",
      name: "Cuentas",
      meaning: "Cuántos hay en total; cada lista lleva a lo más 300.",
    },
    { path: "counts/invited", name: "Invitados", meaning: "Cuántos se invitaron." },
    {
      path: "counts/bids",
      name: "Proposiciones",
      meaning: "Cuántas proposiciones y cotizaciones.",
    },
    { path: "counts/awards", name: "Adjudicaciones", meaning: "Cuántas siguen en pie." },
    { path: "invited", name: "Invitados", meaning: "A quién se invitó." },
    ...supplier("invited"),
    { path: "bids", name: "Proposiciones", meaning: "Quién hizo una proposición o cotizó." },
    ...supplier("bids"),
    ...value("bids/value", "El monto cotizado."),
    { path: "awards", name: "Adjudicaciones", meaning: "Las que siguen en pie." },
    { path: "awards/suppliers", name: "Ganadores", meaning: "Quién ganó." },
    ...supplier("awards/suppliers"),
    ...value("awards/value", "El monto adjudicado."),
    { path: "awards/contracts", name: "Contratos", meaning: "Los de la adjudicación." },
    {
      path: "awards/contracts/number",
      name: "Contrato",
      meaning: "Su número, como lo escribe el informe.",
    },
    { path: "awards/contracts/signedAt", name: "Firma", meaning: "Cuándo se firmó." },
    { path: "awards/contracts/startsAt", name: "Inicio", meaning: "Primer día del plazo." },
    { path: "awards/contracts/endsAt", name: "Término", meaning: "Último día del plazo." },
    ...value("awards/contracts/value", "El monto del contrato."),
    { path: "awards/contracts/url", name: "Documento", meaning: "Dónde está el contrato." },
    { path: "awards/contracts/amendments", name: "Convenios", meaning: "Cuántos lo modificaron." },
  ],
};

/** `ProcessAwards`. */
export const processAwardsSection: DictionarySection = {
  id: "montos",
  title: "Quién ganó un procedimiento y por cuánto, en breve",
  about:
    "Lo que los informes dicen de las adjudicaciones de un procedimiento del portal; el que no tiene ninguna no está.",
  entries: [
    { path: "id", name: "Número", meaning: "El que le da el portal." },
    { path: "awards", name: "Adjudicaciones", meaning: "Cuántas siguen en pie." },
    { path: "winnerCount", name: "Cuántos ganadores", meaning: "Cada proveedor una vez." },
    { path: "winners", name: "Ganadores", meaning: "A lo más cinco." },
    {
      path: "winners/party",
      name: "Parte",
      meaning: "El identificador que usan las entregas.",
    },
    { path: "winners/name", name: "Nombre", meaning: "El nombre, como lo escribe el informe." },
    {
      path: "value",
      name: "Monto",
      meaning: "La suma de sus adjudicaciones, con impuestos.",
      limits: "Falta si falta el monto de alguna o no son de una sola moneda.",
    },
    { path: "value/amount", name: "Cantidad", meaning: "El monto." },
    { path: "value/currency", name: "Moneda", meaning: "Código ISO 4217." },
  ],
};
