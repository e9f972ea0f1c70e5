import type { SupplierRow } from "../../shared/feed/supplier-row.ts";
import type { Column } from "./table.ts";
import { personTypeWords } from "./table-words.ts";

/** One supplier of the registry a row. */
export const supplierColumns: readonly Column<SupplierRow>[] = [
  {
    heading: "Número de registro",
    meaning:
      "Número de inscripción en el padrón; vacío donde el portal imprime un RFC en su lugar.",
    width: 18,
    text: (row) => row.registryNumber,
  },
  {
    heading: "RFC (solo personas morales)",
    meaning: "RFC de la empresa; el de una persona física no se publica.",
    width: 18,
    text: (row) => row.rfc,
  },
  {
    heading: "Nombre o razón social",
    meaning: "Nombre del proveedor, tal como lo escribe el portal.",
    width: 45,
    text: (row) => row.name,
  },
  {
    heading: "Tipo de persona",
    meaning: "Persona moral (empresa) o persona física.",
    width: 16,
    text: (row) => row.personType && personTypeWords[row.personType],
  },
  {
    heading: "Municipio",
    meaning: "Municipio del proveedor.",
    width: 20,
    text: (row) => row.municipality,
  },
  {
    heading: "Giros",
    meaning: "Giros en los que está inscrito, separados por punto y coma.",
    width: 45,
    text: (row) => (row.activities.length === 0 ? undefined : row.activities.join("; ")),
  },
  {
    heading: "Inscripción",
    meaning: "Fecha de inscripción en el padrón.",
    width: 12,
    day: (row) => row.registeredAt,
  },
  {
    heading: "Vigencia hasta",
    meaning: "Último día de vigencia de la inscripción.",
    width: 14,
    day: (row) => row.validUntil,
  },
  {
    heading: "Estatus en el portal",
    meaning: "Estatus, en palabras del portal.",
    width: 18,
    text: (row) => row.statusText,
  },
];
