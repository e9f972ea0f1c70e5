import type { PortalProfile } from "../../shared/portal/profile.ts";
import type { StoreIdentity } from "../store/identity.ts";
import type { FinishedRun } from "../store/runs.ts";
import { type FeedFormat, feedLicense, type Publication } from "./publication.ts";

/** Says, in Spanish, that the feed is not official; that its data is made up, where it comes from another server than the portal's own; and that it is not whole, where the run was limited. */
export function noticeOf(
  identity: StoreIdentity,
  run: FinishedRun,
  profile: PortalProfile,
): string {
  const { hostname } = new URL(identity.portalUrl);
  const isOfficial = [new URL(profile.baseUrl).hostname, ...profile.alternateHosts].includes(
    hostname,
  );
  const isLoopback = /^(127\.|localhost$|\[::1\]$)/.test(hostname);
  const sentences = [
    isOfficial
      ? `Publicación no oficial, hecha con lo que muestra al público ${identity.portalUrl}. Lo que vale es el portal.`
      : `${isLoopback ? "Datos de práctica, inventados: su" : "La"} fuente no es el portal oficial: ${identity.portalUrl}.`,
  ];
  if (run.limit !== undefined) {
    sentences.push(`Lectura de prueba: se leyeron a lo sumo ${run.limit} procedimientos.`);
  }
  return sentences.join(" ");
}

/** `LICENSE` and `LEEME.txt`: what one may do with the feed, and what it is; the latter is the packages' publication policy. */
export function notices({ draft, identity, run, notice }: Publication): FeedFormat {
  return {
    finish: async () => {
      await draft.put(
        "LICENSE",
        { title: "Licencia de los datos", mediaType: "text/plain" },
        `Creative Commons Attribution 4.0 International (CC BY 4.0)\n${feedLicense}\n\n` +
          "Puede copiar, adaptar y redistribuir estos datos, también con fines comerciales, si cita la fuente:\n" +
          `«Compras Abiertas Durango, con datos de ${identity.portalUrl}».\n`,
      );
      await draft.put(
        "LEEME.txt",
        { title: "Qué es esta publicación, y su política", mediaType: "text/plain" },
        readme(identity, run, notice),
      );
    },
  };
}

function readme(identity: StoreIdentity, run: FinishedRun, notice: string): string {
  return `Compras Abiertas Durango
========================

${notice}

Qué es. Los procedimientos de contratación que publica el portal, como datos abiertos según el Open
Contracting Data Standard (OCDS) 1.1. El archivo index.json enumera todo lo que hay aquí.

De cuándo es. Última lectura completa del portal: ${run.finishedAt}.

Qué se publica. Lo que el portal muestra al público. Lo que el portal no dice no aparece: una fecha o un
monto que falta no se inventa. Una entrega (release) nueva se agrega solo cuando cambia el contenido de un
procedimiento; su fecha es el momento en que se leyó la página.

Identificadores. El ocid es "${identity.ocidPrefix}", un guion y el número del portal. Ese prefijo no está
registrado ante la Open Contracting Partnership, salvo que tenga la forma "ocds-" y seis caracteres.

Datos personales. No se publica el RFC de ninguna persona física.

Correcciones. Lo que esté mal en el portal debe corregirse en el portal; aquí aparecerá en la lectura
siguiente.
`;
}
