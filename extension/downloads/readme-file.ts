import type { PortalProfile } from "../../shared/portal/profile.ts";
import { dayOf, formatInstant } from "../../shared/values/dates.ts";
import type { Outcome } from "./outcome.ts";

export interface DownloadedProcedure {
  /** The portal's number. */
  id: string;
  /** Absent where no feed has published it. */
  ocid?: string;
  title?: string;
  number?: string;
  /** What the feed says of itself, such as that its data is made up. */
  notice?: string;
}

/** `LEEME.txt`: where the files come from, in Spanish, for whoever finds them in a year. With the line ends and the mark that Notepad wants. */
export function readmeFile(
  { id, ocid, title, number, notice }: DownloadedProcedure,
  outcomes: readonly Outcome[],
  madeAt: Date,
  profile: PortalProfile,
): string {
  const instant = formatInstant(madeAt, profile.timeZone);
  const files = outcomes.filter((outcome) => "path" in outcome).length;
  const lines = [
    "Documentos de un procedimiento de contratación",
    "",
    title && `Objeto: ${title}`,
    number && `Número: ${number}`,
    ocid && `OCID: ${ocid}`,
    `Página: ${profile.baseUrl}${profile.routes.procedimiento.replace("{id}", id)}`,
    `Descargado: ${dayOf(instant)} ${instant.slice(11, 16)}, a la hora del portal`,
    notice && `Aviso: ${notice}`,
    "",
    `Documentos en esta carpeta: ${files} de ${outcomes.length} conocidos.`,
    ...(files < outcomes.length ? ["De los que faltan, indice.csv dice por qué."] : []),
    "",
    "Los archivos son tal como los entregó el portal. Cada uno está en la carpeta de su tipo,",
    "que se sabe por su nombre; los demás están en «otros». indice.csv dice de dónde viene cada",
    "uno, cuánto pesa, cuándo se pidió y su huella SHA-256, con la que se comprueba que no cambió.",
    "",
    "Hecho con Compras Abiertas Durango, herramienta ciudadana, no oficial.",
  ];
  return `\uFEFF${lines.filter((line) => line !== undefined).join("\r\n")}\r\n`;
}
