import {
  categoryOfMateria,
  documentTypeOfAnexo,
  methodOfModalidad,
  statusOfEstatus,
} from "../../../shared/mapping/words.ts";
import type { PortalProfile } from "../../../shared/portal/profile.ts";
import { markdownTable } from "./markdown.ts";

/** Which words of the portal become which codes of the standard, and what is lost: the mapping itself, as tables. */
export function wordSections(profile: PortalProfile): string[] {
  return [
    wordSection("De la modalidad a `procurementMethod`", profile.modalidad, methodOfModalidad),
    wordSection("De la materia a `mainProcurementCategory`", profile.materia, categoryOfMateria),
    wordSection("Del estatus a `status`", profile.estatus, statusOfEstatus),
    wordSection(
      "Del nombre de un anexo a `documentType`",
      profile.anexo,
      documentTypeOfAnexo,
      "Cuenta la primera de estas palabras que aparezca en el nombre, en este orden.",
    ),
    losses,
  ];
}

function wordSection(
  title: string,
  words: PortalProfile["modalidad"],
  codes: Readonly<Record<string, string>>,
  rule = "Acentos y mayúsculas no cuentan. Una palabra que no está aquí se publica solo como texto, sin código.",
): string {
  const rows = Object.entries(words).map(([key, spellings]) => {
    const code = codes[key];
    return [
      spellings.map((spelling) => `«${spelling}»`).join(", "),
      code === undefined ? "sin código" : `\`${code}\``,
    ];
  });
  return `## ${title}\n\n${rule}\n\n${markdownTable(["Palabras del portal", "Código"], rows)}`;
}

const losses = `## Qué del portal no llega a estos datos

- Las etiquetas que el programa no conoce, con su texto. Se guardan y se revisan; no se publican.
- Los textos que no se pudieron leer como lo que son, por ejemplo una fecha imposible. El campo falta.
- El contenido de los anexos.
- La palabra de estatus, en los datos OCDS: solo está en las tablas y en las filas. «Suspendido» no tiene código en el estándar.
- La diferencia entre comprar y arrendar: los dos son «goods».
- La hora de una fecha que el portal da sin hora.
- El RFC y la CURP de las personas físicas.`;
