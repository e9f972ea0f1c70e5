import type { SupplierRow } from "../../shared/feed/supplier-row.ts";
import type { Column } from "../../shared/tables/column.ts";
import { columns69b } from "./columns-69b.ts";
import { personTypeWords, registryStatusWords } from "./table-words.ts";

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
    meaning: "Nombre del proveedor, tal como lo escribe la fuente.",
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
    meaning: "Municipio del proveedor, tal como lo escribe la fuente.",
    width: 20,
    text: (row) => row.municipality,
  },
  {
    heading: "Clave del municipio",
    meaning: "Clave del INEGI; vacía si el texto no nombra un solo municipio de Durango.",
    width: 12,
    text: (row) => row.municipalityCode,
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
    heading: "Estatus en el padrón",
    meaning: "Estatus, en palabras de la fuente.",
    width: 18,
    text: (row) => row.statusText,
  },
  {
    heading: "Estatus",
    meaning: "A qué equivale el estatus; vacío si no se conocen sus palabras.",
    width: 14,
    text: (row) => row.status && registryStatusWords[row.status],
  },
  {
    heading: "Fuente",
    meaning: "«Portal»: la página del padrón; si no, el nombre del archivo importado.",
    width: 20,
    text: (row) => row.importName ?? "Portal",
  },
  ...columns69b,
];
