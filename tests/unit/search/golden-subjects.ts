import type { ProcedureTruth } from "../../../fixtures/practice-portal/truth.ts";

/**
 * What the made procedures buy, by words that only titles of that subject have, whatever else was added to them. `.` stands for
 * letters that lose their accent or get lost.
 */
const marks = {
  utiles: /.tiles escolares/,
  uniformes: /uniformes escolares/,
  medicamento: /medicamento y material/,
  reactivos: /reactivos de laboratorio/,
  combustible: /suministro de combustible/,
  patrullas: /patrullas equipadas/,
  chalecos: /chalecos bal/,
  videovigilancia: /videovigilancia/,
  software: /licenciamiento de software/,
  computo: /impresoras y no breaks/,
  placas: /calcoman.as y hologramas/,
  oficina: /material de oficina/,
  limpiezaMaterial: /material de limpieza/,
  despensas: /despensas para/,
  desayunos: /desayunos escolares/,
  cobijas: /cobijas y edredones/,
  juguetes: /juguetes d.a del/,
  tinacos: /tinacos/,
  semilla: /semilla de frijol/,
  tomografo: /tom.grafo de/,
  mesabancos: /mesabancos/,
  luminarias: /luminarias led/,
  hipoclorito: /hipoclorito/,
  calzado: /calzado y vestuario/,
  llantas: /llantas y refaciones/,
  bajaVehiculos: /veh.culos dados de baja/,
  laboratorioEquipo: /equipo de laboratorio/,
  radio: /radiocomunicaci.n tetra/,
  rentaPickUp: /veh.culos tipo pick up/,
  fotocopiado: /equipo de fotocopiado/,
  rentaPatrullas: /arrendamiento de patrullas/,
  hemodialisis: /hemodi.lisis/,
  limpiezaServicio: /servicio integral de limpieza/,
  vigilancia: /servicio de vigilancia/,
  fumigacion: /fumigaci.n y control/,
  internet: /internet dedicado/,
  licencias: /licencias de conducir/,
  seguro: /seguro para el parque/,
  mantenimientoMedico: /correctivo a equipo m.dico/,
  elevadores: /elevadores y plantas/,
  rpbi: /rpbi/,
  auditoria: /auditor.a externa/,
  alimentacionCereso: /alimentaci.n para internos/,
  feria: /feria nacional/,
  mensajeria: /mensajer.a y paqueter.a/,
  aulas: /aulas y servicios sanitarios/,
  techumbre: /techumbre en cancha/,
  domo: /domo en jard.n/,
  pavimentacion: /pavimentaci.n con concreto/,
  caminoModernizacion: /modernizaci.n del camino/,
  caminosRurales: /caminos rurales/,
  puente: /puente vehicular/,
  desnivel: /paso a desnivel/,
  bacheo: /bacheo y reencarpetado/,
  pozo: /pozo profundo/,
  alcantarillado: /red de alcantarillado/,
  tanque: /tanque elevado/,
  energia: /red de energ.a/,
  tratamiento: /planta de tratamiento/,
  supervision: /supervisi.n externa de obra/,
} as const;

export type Subject = keyof typeof marks;

/** What a procedure buys. Throws where its title has the mark of no subject, or of several. */
export function subjectOf({ id, descripcion }: ProcedureTruth): Subject {
  const title = descripcion.toLowerCase().replace(/[áéíóúüñ]/g, (letter) => bare[letter] ?? letter);
  // The keys are those of the table above.
  const found = (Object.keys(marks) as Subject[]).filter((name) => marks[name].test(title));
  const [subject] = found;
  if (subject === undefined || found.length > 1) {
    throw new Error(`${id}: "${descripcion}" is of the subjects [${found.join(", ")}]`);
  }
  return subject;
}

const bare: Readonly<Record<string, string>> = {
  á: "a",
  é: "e",
  í: "i",
  ó: "o",
  ú: "u",
  ü: "u",
  ñ: "n",
};
