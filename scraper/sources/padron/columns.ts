import type { WantedColumn } from "../tables/find-columns.ts";

/** What a column of a registry may hold. The first are those of the portal's own registry. */
export type RegistryColumn =
  | "folio"
  | "rfc"
  | "nombre"
  | "tipoPersona"
  | "municipio"
  | "giros"
  | "fechaInscripcion"
  | "vigenciaHasta"
  | "estatus"
  | "razonSocial"
  | "primerApellido"
  | "segundoApellido"
  | "personal";

/**
 * The columns of a registry of suppliers and how they may be called. Nobody has seen Durango's: these are the words of other states'
 * registries and of the PNT's reports, so every one is a guess.
 */
export const registryColumns: readonly WantedColumn<RegistryColumn>[] = [
  {
    key: "folio",
    headings: [
      "Folio",
      "Número de registro",
      "No. de registro",
      "Núm. de registro",
      "Registro",
      "Número de proveedor",
      "No. de proveedor",
      "No. proveedor",
      "Núm. proveedor",
      "Clave de proveedor",
      "Clave",
      "Número de padrón",
      "No. de padrón",
      "Número de inscripción",
      "Número de cédula",
      "No. de cédula",
    ],
  },
  {
    key: "rfc",
    headings: [
      "RFC",
      "R.F.C.",
      "RFC con homoclave",
      "Registro Federal de Contribuyentes",
      "RFC del proveedor",
      "RFC de la persona física o moral",
    ],
  },
  {
    key: "nombre",
    headings: [
      "Nombre",
      "Nombre(s)",
      "Nombre o razón social",
      "Nombre, denominación o razón social",
      "Nombre o denominación",
      "Nombre del proveedor",
      "Nombre de la empresa",
      "Nombre del contratista",
      "Nombre completo",
      "Proveedor",
      "Proveedor o contratista",
      "Empresa",
      "Contribuyente",
    ],
  },
  {
    key: "razonSocial",
    headings: [
      "Razón social",
      "Denominación o razón social",
      "Denominación social",
      "Razón social del proveedor",
      "Persona moral o razón social",
    ],
  },
  { key: "primerApellido", headings: ["Primer apellido", "Apellido paterno", "Paterno"] },
  { key: "segundoApellido", headings: ["Segundo apellido", "Apellido materno", "Materno"] },
  {
    key: "tipoPersona",
    headings: [
      "Tipo de persona",
      "Persona",
      "Personería jurídica",
      "Personería jurídica del proveedor",
      "Régimen",
      "Tipo de contribuyente",
    ],
  },
  {
    key: "municipio",
    headings: [
      "Municipio",
      "Municipio o delegación",
      "Delegación o municipio",
      "Nombre del municipio",
      "Municipio del domicilio",
      "Ciudad",
      "Ciudad o municipio",
      "Localidad y municipio",
    ],
  },
  {
    key: "giros",
    headings: [
      "Giro",
      "Giros",
      "Giro(s)",
      "Giro comercial",
      "Giro principal",
      "Giro 1",
      "Giro 2",
      "Giro 3",
      "Especialidad",
      "Especialidades",
      "Actividad",
      "Actividades",
      "Actividad económica",
      "Actividad preponderante",
      "Rubro",
      "Ramo",
      "Bienes o servicios que ofrece",
    ],
  },
  {
    key: "fechaInscripcion",
    headings: [
      "Fecha de inscripción",
      "Inscripción",
      "Fecha de registro",
      "Fecha de alta",
      "Alta",
      "Fecha de expedición",
      "Fecha de inscripción en el padrón",
    ],
  },
  {
    key: "vigenciaHasta",
    headings: [
      "Vigencia",
      "Vigencia hasta",
      "Vigente hasta",
      "Fecha de vigencia",
      "Fin de vigencia",
      "Término de vigencia",
      "Fecha de vencimiento",
      "Vencimiento",
      "Fecha de término de la vigencia",
    ],
  },
  {
    key: "estatus",
    headings: [
      "Estatus",
      "Status",
      "Estado del registro",
      "Estatus del registro",
      "Estatus del proveedor",
      "Situación",
      "Situación del registro",
      "Situación del proveedor",
    ],
  },
  {
    // Known, and left where they are: nothing of them is kept.
    key: "personal",
    headings: [
      "CURP",
      "Domicilio",
      "Domicilio fiscal",
      "Dirección",
      "Calle",
      "Número exterior",
      "Número interior",
      "Colonia",
      "Código postal",
      "C.P.",
      "Teléfono",
      "Teléfonos",
      "Teléfono fijo",
      "Tel.",
      "Celular",
      "Fax",
      "Correo",
      "Correo electrónico",
      "Correos electrónicos",
      "E-mail",
      "Email",
      "Representante legal",
      "Representante",
      "Apoderado legal",
      "Nombre del representante legal",
      "Nombre del representante",
      "Nombre(s) del representante legal",
      "Primer apellido del representante legal",
      "Segundo apellido del representante legal",
      "RFC del representante legal",
      "Contacto",
      "Nombre del contacto",
      "Nombre de contacto",
      "Fecha de nacimiento",
      "Sexo",
      "Banco",
      "Cuenta bancaria",
      "CLABE",
    ],
  },
];

/** Where a supplier's name may stand; a table without any of them is no registry. */
export const nameColumns: ReadonlySet<RegistryColumn> = new Set(["nombre", "razonSocial"]);
