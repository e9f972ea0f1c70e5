import type { Procedimiento } from "../../../shared/portal/records.ts";

/** A procedure of which the portal says everything. */
export const wholeRecord: Procedimiento = {
  id: "1234",
  url: "https://comprasestatal.durango.gob.mx/consulta/ProcedimientosDeContratacion/1234",
  numeroProcedimiento: "LP/E/SEED/007/2025",
  descripcion: "ADQUISICIÓN DE UNIFORMES ESCOLARES",
  unidadCompradora: { codigo: "014", nombre: "SECRETARÍA DE EDUCACIÓN" },
  tipoProcedimiento: { texto: "Licitación Pública Nacional", clave: "licitacionPublica" },
  materia: { texto: "Adquisición", clave: "adquisiciones" },
  fechaPublicacion: "2026-03-02T09:00:00-06:00",
  fechaJuntaAclaraciones: "2026-03-10T10:00:00-06:00",
  fechaAperturaProposiciones: "2026-03-18T11:30:00-06:00",
  fechaFallo: "2026-03-25T13:00:00-06:00",
  estatus: { texto: "Publicada", clave: "vigente" },
  anexos: [
    {
      id: "37516",
      nombre: "CONVOCATORIA.pdf",
      clave: "convocatoria",
      url: "https://comprasestatal.durango.gob.mx/ProcedimientosDeContratacion/Descarga/Anexo/37516",
    },
  ],
  original: {},
  desconocidos: [],
  problemas: [],
};

/** A procedure of which the portal says nothing but its number. */
export const bareRecord: Procedimiento = {
  id: "77",
  url: "https://comprasestatal.durango.gob.mx/consulta/ProcedimientosDeContratacion/77",
  anexos: [],
  original: {},
  desconocidos: [],
  problemas: [],
};

export const ocidPrefix = "ocds-000000";
