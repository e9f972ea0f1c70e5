import type { Subject } from "./golden-subjects.ts";

/** Subjects near enough to another that a supplier of the one would want to see what the other went for. Each is like itself. */
export const near: Partial<Record<Subject, readonly Subject[]>> = {
  rentaPatrullas: ["rentaPickUp"],
  rentaPickUp: ["rentaPatrullas"],
  reactivos: ["laboratorioEquipo"],
  laboratorioEquipo: ["reactivos"],
  bacheo: ["pavimentacion"],
  pavimentacion: ["bacheo"],
  caminoModernizacion: ["caminosRurales"],
  caminosRurales: ["caminoModernizacion"],
};

/** A title as another buyer would type it, what it buys, and the subjects of the made procedures that are like it; none where nothing is. */
export interface GoldenTitle {
  title: string;
  category: "goods" | "services" | "works";
  subjects: readonly Subject[];
}

const golden = (
  title: string,
  category: GoldenTitle["category"],
  ...subjects: Subject[]
): GoldenTitle => ({ title, category, subjects });

/** Judged by reading the list of subjects, before and without any ranking. */
export const goldenTitles: readonly GoldenTitle[] = [
  golden("Compra de uniformes para estudiantes de primaria y secundaria", "goods", "uniformes"),
  golden("PAQUETES DE ÚTILES PARA ALUMNOS DE PRIMARIA, CICLO 2024-2025", "goods", "utiles"),
  golden("Papelería y consumibles para oficinas", "goods", "oficina"),
  golden("MATERIAL DE ASEO PARA PLANTELES", "goods", "limpiezaMaterial"),
  golden("Servicio de limpieza en edificios públicos", "services", "limpiezaServicio"),
  golden("Gasolina y diésel mediante vales", "goods", "combustible"),
  golden("CHALECO ANTIBALAS NIVEL III-A", "goods", "chalecos"),
  golden("Medicamentos para el hospital de la mujer", "goods", "medicamento"),
  golden("Reactivos para laboratorio clínico", "goods", "reactivos", "laboratorioEquipo"),
  golden("COMPUTADORAS E IMPRESORAS PARA LA FISCALÍA", "goods", "computo"),
  golden("Luminaria LED para alumbrado público", "goods", "luminarias"),
  golden("Despensa básica para familias vulnerables", "goods", "despensas"),
  golden("JUGUETES PARA EL DIA DE REYES", "goods", "juguetes"),
  golden("Cobertores para la temporada de frío", "goods", "cobijas"),
  golden("SEMILLA DE FRIJOL CERTIFICADA", "goods", "semilla"),
  golden("Hipoclorito de calcio para pozos", "goods", "hipoclorito"),
  golden("LLANTAS PARA CAMIONES RECOLECTORES", "goods", "llantas"),
  golden("Seguridad privada y vigilancia en oficinas", "services", "vigilancia"),
  golden("FUMIGACIÓN EN ESCUELAS", "services", "fumigacion"),
  golden("Enlace de internet dedicado de 1 Gb", "services", "internet"),
  golden("Recolección de residuos RPBI en clínicas", "services", "rpbi"),
  golden("PÓLIZA DE SEGURO PARA VEHÍCULOS OFICIALES", "services", "seguro"),
  golden("Hemodiálisis subrogada", "services", "hemodialisis"),
  golden("AUDITORÍA A ESTADOS FINANCIEROS 2023", "services", "auditoria"),
  golden("Construcción de domo en cancha deportiva de la primaria", "works", "domo", "techumbre"),
  golden("PAVIMENTO HIDRÁULICO EN LA CALLE JUÁREZ", "works", "pavimentacion"),
  golden("Bacheo en la zona centro", "works", "bacheo"),
  golden("CONSTRUCCIÓN DE AULA DIDÁCTICA EN PRIMARIA", "works", "aulas"),
  golden("Perforación de pozo para agua potable", "works", "pozo"),
  golden("Red de alcantarillado en la colonia Morelos", "works", "alcantarillado"),
  // The words are there, and what is bought is another thing.
  golden("Mantenimiento a equipo de cómputo", "services"),
  golden("Seguro de gastos médicos mayores", "services"),
  golden("IMPRESIÓN DE BOLETAS ESCOLARES", "services"),
  golden("Vestuario para el ballet folclórico", "goods"),
  golden("Placas conmemorativas de bronce", "goods"),
  golden("SERVICIO DE TRANSPORTE DE PERSONAL", "services"),
  golden("Equipo de riego para productores", "goods"),
  golden("Construcción de puente peatonal sobre el bulevar", "works", "puente"),
  // There is no such thing.
  golden("ADQUISICIÓN DE UN HELICÓPTERO", "goods"),
  golden("Renta de salón para asamblea", "services"),
  golden("Suministro de gas natural licuado", "goods"),
  golden("Restauración de murales", "works"),
  golden("ADQUISICIÓN (SEGUNDA CONVOCATORIA)", "goods"),
];
