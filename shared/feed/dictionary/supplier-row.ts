import type { DictionarySection } from "./entry.ts";

/** `SupplierRow`. */
export const supplierSection: DictionarySection = {
  id: "proveedor",
  title: "Proveedores del padrón",
  about:
    "Un proveedor, como lo muestra el padrón del portal o un archivo del padrón que se importó. Si los dos lo tienen, vale la página del portal, que se lee una y otra vez; lo que solo está en el archivo se publica con su nombre y su fecha.",
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
      meaning: "El nombre, como lo escribe la fuente.",
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
      meaning: "El municipio, como lo escribe la fuente.",
      from: ["padron.municipio"],
    },
    {
      path: "municipalityCode",
      name: "Clave del municipio",
      meaning: "La clave del INEGI del municipio de Durango que nombra el texto.",
      from: ["padron.municipio"],
      limits: "Falta si el texto nombra otro lugar, más de uno o solo el estado.",
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
      name: "Estatus en el padrón",
      meaning: "El estatus, en palabras de la fuente.",
      from: ["padron.estatus"],
    },
    {
      path: "status",
      name: "Estatus",
      meaning:
        "A qué equivale: «active» vigente, «expired» vencido, «suspended» suspendido, «cancelled» cancelado, «removed» dado de baja, «pending» en trámite.",
      from: ["padron.estatus"],
      limits: "Falta si no se conocen las palabras. No se deduce de las fechas.",
    },
    {
      path: "source",
      name: "Fuente",
      meaning: "«portal», la página del padrón; «import», un archivo importado.",
    },
    {
      path: "importName",
      name: "Archivo",
      meaning: "El nombre con el que se importó el archivo.",
      rare: "Solo si la fuente es un archivo.",
    },
    {
      path: "importedAt",
      name: "Importado",
      meaning: "Cuándo se importó el archivo.",
      rare: "Solo si la fuente es un archivo.",
    },
    {
      path: "party",
      name: "Parte",
      meaning: "El identificador con el que las entregas nombran a este proveedor.",
      limits:
        "Una empresa se reconoce por su RFC; quien no lo tiene publicado, por su nombre, así que dos personas del mismo nombre lo comparten.",
    },
    {
      path: "article69b",
      name: "Lista del artículo 69-B",
      meaning: "Lo que la lista del SAT dice del RFC de la empresa.",
      limits:
        "Se compara solo el RFC exacto, nunca el nombre. Que falte no dice nada si no se ha importado ninguna lista.",
      holds: "lista-69b",
      rare: "Solo para las empresas que la lista nombra.",
    },
  ],
};
