import type { DictionarySection } from "./entry.ts";

/** `SupplierRow`. */
export const supplierSection: DictionarySection = {
  id: "proveedor",
  title: "Proveedores del padrón",
  about: "Un proveedor, como lo muestra el padrón del portal.",
  entries: [
    {
      path: "id",
      name: "Identificador",
      meaning: "Identifica al proveedor en esta publicación; se hace con su número y su nombre.",
      limits: "Dos inscripciones sin número y con el mismo nombre comparten identificador.",
    },
    {
      path: "registryNumber",
      name: "Número de registro",
      meaning: "El número de inscripción en el padrón.",
      from: ["padron.folio"],
      limits: "No se publica si es un RFC o una CURP de una persona física.",
    },
    {
      path: "rfc",
      name: "RFC",
      meaning: "El RFC de una empresa.",
      from: ["padron.rfc"],
      limits: "El de una persona física es un dato personal y no se publica.",
    },
    {
      path: "name",
      name: "Nombre o razón social",
      meaning: "El nombre, como lo escribe el portal.",
      from: ["padron.nombre"],
    },
    {
      path: "personType",
      name: "Tipo de persona",
      meaning: "«company» persona moral, «person» persona física. Falta si no se sabe.",
      from: ["padron.tipoPersona"],
      limits: "Si el portal no lo dice, se deduce de la forma del RFC.",
    },
    {
      path: "municipality",
      name: "Municipio",
      meaning: "El municipio, como lo escribe el portal.",
      from: ["padron.municipio"],
    },
    {
      path: "activities",
      name: "Giros",
      meaning: "Los giros en los que está inscrito; vacía si el portal no da ninguno.",
      from: ["padron.giros"],
    },
    {
      path: "registeredAt",
      name: "Inscripción",
      meaning: "La fecha de inscripción.",
      from: ["padron.fechaInscripcion"],
    },
    {
      path: "validUntil",
      name: "Vigencia hasta",
      meaning: "El último día de vigencia de la inscripción.",
      from: ["padron.vigenciaHasta"],
    },
    {
      path: "statusText",
      name: "Estatus en el portal",
      meaning: "El estatus, en palabras del portal.",
      from: ["padron.estatus"],
    },
  ],
};
