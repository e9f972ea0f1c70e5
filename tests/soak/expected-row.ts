import type {
  Estatus,
  Materia,
  Modalidad,
  ProcedureTruth,
} from "../../fixtures/practice-portal/truth.ts";
import {
  spellEstatus,
  spellMateria,
  spellModalidad,
} from "../../fixtures/practice-portal/words.ts";

/** The columns of `licitaciones.csv` that say what the portal says; the others say when it was read and where its proof lies. */
export const portalColumns = [
  "Id del portal",
  "Número de procedimiento",
  "Descripción",
  "Unidad compradora",
  "Clave de la unidad",
  "Modalidad",
  "Método OCDS",
  "Materia",
  "Categoría OCDS",
  "Publicación",
  "Junta de aclaraciones",
  "Apertura de proposiciones",
  "Fallo",
  "Estatus en el portal",
  "Anexos",
] as const;

const methods: Readonly<Record<Modalidad, string>> = {
  licitacionPublica: "Abierta",
  concurso: "Abierta",
  invitacion: "Por invitación",
  adjudicacionDirecta: "Directa",
};
const categories: Readonly<Record<Materia, string>> = {
  adquisiciones: "Bienes",
  arrendamientos: "Bienes",
  servicios: "Servicios",
  obraPublica: "Obra",
};

/** The state in the words of the feed while the procedure is on the portal; OCDS has no word for a suspended one. */
export const states: Readonly<Record<Estatus, string>> = {
  vigente: "En curso",
  enProceso: "En curso",
  suspendido: "",
  adjudicado: "Concluida",
  desierto: "Desierta",
  cancelado: "Cancelada",
};

/** A procedure as those columns must show it, as one text. Written from the truth alone, past all code that reads and maps. */
export function expectedRow(procedure: ProcedureTruth): string {
  return JSON.stringify([
    procedure.id,
    procedure.numeroProcedimiento ?? "",
    procedure.descripcion,
    procedure.unidadCompradora.nombre,
    procedure.unidadCompradora.codigo ?? "",
    spellModalidad(procedure),
    methods[procedure.modalidad],
    spellMateria(procedure),
    categories[procedure.materia],
    showInstant(procedure.fechaPublicacion),
    showInstant(procedure.fechaJuntaAclaraciones),
    showInstant(procedure.fechaAperturaProposiciones),
    showInstant(procedure.fechaFallo),
    spellEstatus(procedure),
    String(procedure.anexos.length),
  ]);
}

/** `2026-03-18T11:30:00-06:00` → `2026-03-18 11:30`; an hour that is not known is midnight in the truth. */
function showInstant(instant: string | undefined): string {
  return (instant ?? "").slice(0, 16).replace("T00:00", "").replace("T", " ");
}
