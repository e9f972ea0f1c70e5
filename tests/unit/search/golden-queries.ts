import type { ProcedureTruth } from "../../../fixtures/practice-portal/truth.ts";
import type { Subject } from "./golden-subjects.ts";

/**
 * A query as a supplier would type it, and how well each subject answers it: 3 is what they sell, 2 is near enough to open, 1 is
 * something to do with it; all else is 0. Judged by reading the list of subjects, before and without any ranking.
 */
export interface GoldenQuery {
  text: string;
  subjects: Partial<Record<Subject, 1 | 2 | 3>>;
  /** What must be so beside the subject. */
  where?: (procedure: ProcedureTruth) => boolean;
}

const query = (
  text: string,
  subjects: GoldenQuery["subjects"],
  where?: GoldenQuery["where"],
): GoldenQuery => ({ text, subjects, ...(where && { where }) });

const buys = (name: string) => (procedure: ProcedureTruth) =>
  procedure.unidadCompradora.nombre.includes(name);
const mentions = (name: RegExp) => (procedure: ProcedureTruth) =>
  name.test(procedure.descripcion.toLowerCase());

export const goldenQueries: readonly GoldenQuery[] = [
  // The word of the title, with and without accents, in either number and gender.
  query("papelería", { oficina: 3, utiles: 2 }),
  query("papeleria y utiles", { oficina: 3, utiles: 3 }),
  query("útiles escolares", { utiles: 3 }),
  query("util escolar", { utiles: 3 }),
  query("uniforme", { uniformes: 3, calzado: 2 }),
  query("uniformes escolares", { uniformes: 3 }),
  query("medicamentos", { medicamento: 3 }),
  query("material de curación", { medicamento: 3 }),
  query("medicina", { medicamento: 3 }),
  query("reactivo", { reactivos: 3, laboratorioEquipo: 2 }),
  query("laboratorio", { reactivos: 3, laboratorioEquipo: 3 }),
  query("gasolina", { combustible: 3 }),
  query("vales de combustible", { combustible: 3 }),
  query("chaleco balistico", { chalecos: 3 }),
  query("chaleco antibalas", { chalecos: 3 }),
  query("camaras", { videovigilancia: 3 }),
  query("CCTV", { videovigilancia: 3 }),
  query("licencias de software", { software: 3 }),
  query("antivirus", { software: 3 }),
  query("computadoras", { computo: 3, oficina: 2 }),
  query("equipo de cómputo", { computo: 3 }),
  query("impresora", { computo: 3, fotocopiado: 1 }),
  query("tóner", { oficina: 3 }),
  query("consumibles", { oficina: 3 }),
  query("limpieza", { limpiezaMaterial: 3, limpiezaServicio: 3 }),
  query("material de limpieza", { limpiezaMaterial: 3, limpiezaServicio: 1 }),
  query("servicio de limpieza", { limpiezaServicio: 3, limpiezaMaterial: 1 }),
  query("intendencia", { limpiezaMaterial: 3, limpiezaServicio: 3 }),
  query("despensa", { despensas: 3 }),
  query("desayunos", { desayunos: 3 }),
  query("cobertores", { cobijas: 3 }),
  query("juguetes día del niño", { juguetes: 3 }),
  query("niño", { juguetes: 3, domo: 3 }),
  query("tinacos", { tinacos: 3 }),
  query("calentador solar", { tinacos: 3 }),
  query("semillas", { semilla: 3 }),
  query("tomógrafo", { tomografo: 3 }),
  query("rayos x", { tomografo: 2, mantenimientoMedico: 2 }),
  query("mobiliario", { mesabancos: 3 }),
  query("pupitres", { mesabancos: 3 }),
  query("alumbrado", { luminarias: 3 }),
  query("cloro", { hipoclorito: 3 }),
  query("botas", { calzado: 3 }),
  query("llanta", { llantas: 3 }),
  query("refacciones", { llantas: 3 }),
  query("renta de vehículos", { rentaPickUp: 3 }),
  query("arrendamiento", { rentaPickUp: 3, fotocopiado: 3, rentaPatrullas: 3 }),
  query("patrulla", { patrullas: 3, rentaPatrullas: 3 }),
  query("copiadoras", { fotocopiado: 3 }),
  query("seguridad privada", { vigilancia: 3 }),
  query("guardias", { vigilancia: 3 }),
  query("seguridad", { vigilancia: 3, rentaPickUp: 1, calzado: 1 }),
  query("seguros", { seguro: 3 }),
  query("fumigación", { fumigacion: 3 }),
  query("internet", { internet: 3 }),
  query("residuos peligrosos", { rpbi: 3 }),
  query("ascensores", { elevadores: 3 }),
  query("auditorias", { auditoria: 3 }),
  query("alimentos", { alimentacionCereso: 3 }),
  query("paquetería", { mensajeria: 3 }),
  query("mantenimiento equipo médico", { mantenimientoMedico: 3 }),
  query("aulas", { aulas: 3 }),
  query("construccion aulas", { aulas: 3 }),
  query("techumbres", { techumbre: 3, domo: 2 }),
  query("pavimentación", { pavimentacion: 3 }),
  query("asfalto", { pavimentacion: 2 }),
  query("caminos", { caminosRurales: 3, caminoModernizacion: 3 }),
  query("puentes", { puente: 3, desnivel: 2 }),
  query("drenaje", { alcantarillado: 3 }),
  query("perforación de pozos", { pozo: 3 }),
  query("aguas residuales", { tratamiento: 3 }),
  query("electrificación", { energia: 3 }),
  query("supervisión de obra", { supervision: 3 }),
  query("placas", { placas: 3 }),
  query("video vigilancia", { videovigilancia: 3 }),
  query("lap top", { computo: 3, oficina: 2 }),
  query("copias", { fotocopiado: 3 }),
  query("generador", { elevadores: 3 }),
  // Signs.
  query('"material de oficina"', { oficina: 3 }),
  query("patrullas -arrendamiento", { patrullas: 3 }),
  query("limpieza -servicio", { limpiezaMaterial: 3 }),
  query("juguetes dependencia:educación", { juguetes: 3 }, buys("Educación")),
  query("despensas dependencia:DIF", { despensas: 3 }, buys("Desarrollo Integral de la Familia")),
  query(
    "modalidad:directa software",
    { software: 3 },
    ({ modalidad }) => modalidad === "adjudicacionDirecta",
  ),
  query("internet estado:cancelado", { internet: 3 }, ({ estatus }) => estatus === "cancelado"),
  query("fumigacion numero:SFA", { fumigacion: 3 }, ({ numeroProcedimiento = "" }) =>
    /\bSFA\b/.test(numeroProcedimiento),
  ),
  query("domo poanas", { domo: 3 }, mentions(/poanas/)),
  // As it is typed.
  query("medicam", { medicamento: 3 }),
  query("fumig", { fumigacion: 3 }),
  query("licencias cond", { licencias: 3 }),
  query("alcantar", { alcantarillado: 3 }),
];
