import type { SupplierRow } from "../../../shared/feed/supplier-row.ts";
import { about69b } from "../about-69b.ts";
import { personTypeWords, registryStatusWords, situation69bWords } from "../table-words.ts";
import type { SqlTable } from "./sql-table.ts";

export const supplierTable: SqlTable<SupplierRow> = {
  name: "proveedores",
  meaning: "Un proveedor del padrón.",
  columns: [
    {
      name: "id",
      type: "TEXT PRIMARY KEY",
      meaning: "Identificador del proveedor en esta publicación.",
      value: ({ id }) => id,
    },
    {
      name: "numero_registro",
      type: "TEXT",
      meaning: "Número de inscripción en el padrón.",
      value: ({ registryNumber }) => registryNumber,
    },
    {
      name: "rfc",
      type: "TEXT",
      meaning: "RFC de la empresa; el de una persona física no se publica.",
      value: ({ rfc }) => rfc,
    },
    {
      name: "nombre",
      type: "TEXT NOT NULL",
      meaning: "Nombre o razón social.",
      value: ({ name }) => name,
    },
    {
      name: "tipo_persona",
      type: "TEXT",
      meaning: "Persona moral o Persona física.",
      value: ({ personType }) => personType && personTypeWords[personType],
    },
    {
      name: "municipio",
      type: "TEXT",
      meaning: "Municipio, en palabras de la fuente.",
      value: ({ municipality }) => municipality,
    },
    {
      name: "municipio_clave",
      type: "TEXT",
      meaning: "Clave del INEGI, si el texto nombra un solo municipio de Durango.",
      value: ({ municipalityCode }) => municipalityCode,
    },
    {
      name: "inscripcion",
      type: "TEXT",
      meaning: "Día de inscripción.",
      value: ({ registeredAt }) => registeredAt?.slice(0, 10),
    },
    {
      name: "vigencia_hasta",
      type: "TEXT",
      meaning: "Último día de vigencia.",
      value: ({ validUntil }) => validUntil?.slice(0, 10),
    },
    {
      name: "estatus",
      type: "TEXT",
      meaning: "Estatus, en palabras de la fuente.",
      value: ({ statusText }) => statusText,
    },
    {
      name: "estatus_normal",
      type: "TEXT",
      meaning: "A qué equivale el estatus.",
      value: ({ status }) => status && registryStatusWords[status],
    },
    {
      name: "fuente",
      type: "TEXT NOT NULL",
      meaning: "portal, o el nombre del archivo importado.",
      value: ({ importName }) => importName ?? "portal",
    },
    {
      name: "parte_id",
      type: "TEXT NOT NULL",
      meaning: "Identificador del proveedor en las entregas (OCDS: parties/id).",
      value: ({ party }) => party,
    },
    {
      name: "situacion_69b",
      type: "TEXT",
      meaning: about69b,
      value: ({ article69b }) => article69b && situation69bWords[article69b.situation],
    },
    {
      name: "lista_69b_al",
      type: "TEXT",
      meaning: "Día al que corresponde la lista del SAT.",
      value: ({ article69b }) => article69b?.listDate,
    },
  ],
  suffix: " WITHOUT ROWID",
  indexes: ["municipio"],
};

export const activityTable: SqlTable<{ supplierId: string; activity: string }> = {
  name: "giros",
  meaning: "Un giro de un proveedor.",
  columns: [
    {
      name: "proveedor_id",
      type: "TEXT NOT NULL REFERENCES proveedores (id)",
      meaning: "Proveedor.",
      value: ({ supplierId }) => supplierId,
    },
    {
      name: "giro",
      type: "TEXT NOT NULL",
      meaning: "Giro, en palabras del portal.",
      value: ({ activity }) => activity,
    },
  ],
  constraints: "PRIMARY KEY (proveedor_id, giro)",
  suffix: " WITHOUT ROWID",
  indexes: ["giro"],
};
