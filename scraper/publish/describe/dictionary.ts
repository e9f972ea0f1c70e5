import { dictionary } from "../../../shared/feed/dictionary/dictionary.ts";
import type { DictionaryEntry, DictionarySection } from "../../../shared/feed/dictionary/entry.ts";
import { feedPaths } from "../../../shared/feed/paths.ts";
import { padron } from "../../../shared/portal/pages/padron.ts";
import { procedimiento } from "../../../shared/portal/pages/procedimiento.ts";
import type { PortalProfile } from "../../../shared/portal/profile.ts";
import type { Publication } from "../publication.ts";
import { databaseSections } from "./database-sections.ts";
import { linkOf, markdownTable } from "./markdown.ts";
import { spellTemplate } from "./path-template.ts";
import { publishedPaths } from "./published-paths.ts";
import { tableSections } from "./table-sections.ts";
import { wordSections } from "./word-sections.ts";

/** `diccionario.md`: what every field and column means, where on the portal it comes from, and what is lost on the way. */
export async function writeDictionary({ draft, profile, notice }: Publication): Promise<void> {
  const parts = [
    introduction(notice),
    ...dictionary.map((section) => jsonSection(section, profile)),
    ...tableSections(),
    ...databaseSections(),
    ...wordSections(profile),
  ];
  await draft.put(
    feedPaths.dictionary,
    { title: "Diccionario de campos", mediaType: "text/markdown" },
    `${parts.join("\n\n")}\n`,
  );
}

const introduction = (notice: string) => `# Diccionario de campos

> ${notice}

Qué significa cada campo de los archivos JSON y cada columna de las tablas, de qué etiqueta del portal sale y qué se pierde en el camino.

- Un campo se nombra por el camino que lleva a él: \`tender/tenderPeriod/startDate\` es \`startDate\` dentro de \`tenderPeriod\` dentro de \`tender\`. Los elementos de una lista no añaden nada al camino.
- Lo que el portal no dice falta. Nunca es cero, texto vacío ni la fecha de hoy.
- Las fechas llevan hora y diferencia con la hora universal. Las 00:00 dicen que el portal solo dio el día.
- Las etiquetas del portal son las que el programa busca. Ninguna persona del proyecto las ha comparado todavía con el portal real.`;

function jsonSection(section: DictionarySection, profile: PortalProfile): string {
  const rows = section.entries.map((entry) => [
    `\`${entry.path}\``,
    entry.name,
    meaningOf(entry),
    (entry.from ?? []).flatMap((field) => labelsOf(profile, field) ?? []).join("; "),
    entry.limits ?? "",
  ]);
  const files = filesOf(section.id);
  return [
    `## ${section.title}`,
    section.about,
    ...(files.length === 0 ? [] : [`En: ${files.map((file) => `\`${file}\``).join(", ")}.`]),
    markdownTable(["Campo", "Nombre", "Qué es", "En el portal", "Qué se pierde o no dice"], rows),
  ].join("\n\n");
}

function meaningOf({ meaning, holds, rare }: DictionaryEntry): string {
  const inside = dictionary.find(({ id }) => id === holds);
  return [meaning, inside && `Véase ${linkOf(inside.title)}.`, rare]
    .filter((sentence) => sentence !== undefined)
    .join(" ");
}

function filesOf(section: string): string[] {
  return publishedPaths.flatMap(({ template, explainedBy }) =>
    explainedBy && "section" in explainedBy && explainedBy.section === section
      ? [spellTemplate(template)]
      : [],
  );
}

/** The labels that stand for a field on its page, the usual one first: `procedimiento.fechaFallo` → `«Evento de Fallo», «Fallo»`; undefined where the portal does not show it. */
function labelsOf({ labels }: PortalProfile, field: string): string | undefined {
  const [page, key = ""] = field.split(".");
  const { id, fields } = page === "padron" ? padron : procedimiento;
  if (!(key in fields)) throw new Error(`${field}: no page has this field`);
  const texts = labels[id][key];
  if (texts === undefined) return undefined;
  return `${page === "padron" ? "Padrón: " : ""}${texts.map((text) => `«${text}»`).join(", ")}`;
}
