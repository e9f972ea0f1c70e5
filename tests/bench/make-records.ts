import { durango } from "../../shared/portal/profiles/durango.ts";
import { procedureUrl } from "../../shared/portal/read-record.ts";
import type { Anexo, Procedimiento } from "../../shared/portal/records.ts";

const goods = ["PAPELERÍA", "TÓNER", "UNIFORMES", "MEDICAMENTOS", "VEHÍCULOS", "ALIMENTOS"];
const units = ["FINANZAS", "EDUCACIÓN", "SALUD", "OBRAS PÚBLICAS", "DIF ESTATAL", "CULTURA"];

/** A procedure like those of the portal; equal numbers give equal procedures. @param wording makes the same procedure read otherwise. */
export function makeRecord(number: number, wording = ""): Procedimiento {
  const day = new Date(Date.UTC(2020, 0, 1 + (number % 2000), 15));
  const at = (days: number) =>
    `${new Date(day.getTime() + days * 86_400_000).toISOString().slice(0, 19)}-06:00`;
  const anexos: Anexo[] = ["CONVOCATORIA", "BASES", "ACTA DE JUNTA"].map((name, index) => ({
    id: String(number * 4 + index),
    nombre: `${name}.pdf`,
    clave: index === 0 ? "convocatoria" : "bases",
    url: durango.baseUrl + durango.routes.anexo.replace("{id}", String(number * 4 + index)),
  }));
  return {
    id: String(number),
    url: procedureUrl(durango, String(number)),
    numeroProcedimiento: `LP/E/${number % 97}/${number}/2026`,
    descripcion: `ADQUISICIÓN DE ${goods[number % 6]} PARA ${units[number % 5]} (${number})${wording}`,
    unidadCompradora: {
      codigo: String(number % 25).padStart(3, "0"),
      nombre: `SECRETARÍA DE ${units[number % 6]}`,
    },
    tipoProcedimiento: { texto: "Licitación Pública Nacional", clave: "licitacionPublica" },
    materia: { texto: "Adquisición", clave: "adquisiciones" },
    fechaPublicacion: at(0),
    fechaJuntaAclaraciones: at(7),
    fechaAperturaProposiciones: at(15),
    ...(number % 3 !== 0 && { fechaFallo: at(22) }),
    estatus: { texto: "Publicada", clave: "vigente" },
    anexos,
    original: {},
    desconocidos: [],
    problemas: [],
  };
}
