import type { TopicKind } from "../feed/subscriptions.ts";
import { categoryWords, methodWords } from "../mapping/spanish-words.ts";
import type { CompiledRelease } from "../ocds/schema.ts";
import { hashJson } from "../values/hash.ts";
import { slugify } from "../values/text.ts";

/** What one can subscribe to. */
export interface Topic {
  kind: TopicKind;
  /**
   * Its files' path within the folder of a format, without an ending: `dependencia/mx-dur-uc-014`. Never another for the
   * same topic.
   */
  path: string;
  /** In Spanish. */
  title: string;
}

/**
 * Every topic that a procedure belongs to, each once, `todo` first. A modality or class that OCDS has no code for goes by
 * the portal's own word.
 */
export function topicsOf({ buyer, tender }: Pick<CompiledRelease, "buyer" | "tender">): Topic[] {
  const unit = buyer?.id === undefined ? undefined : String(buyer.id);
  const method = tender?.procurementMethod && methodWords[tender.procurementMethod];
  const modality = tender?.procurementMethodDetails;
  const category = tender?.mainProcurementCategory && categoryWords[tender.mainProcurementCategory];
  // The portal gives one class.
  const [itsClass] = tender?.additionalProcurementCategories ?? [];
  return [
    { kind: "todo", path: "todo", title: "Todos los procedimientos" },
    ...topic("dependencia", unit, buyer?.name ?? unit),
    ...(method === undefined
      ? topic("modalidad", modality, `Modalidad: ${modality}`)
      : topic("modalidad", method, `Modalidad ${method.toLowerCase()}`)),
    ...topic("clase", category ?? itsClass, category ?? itsClass),
  ];
}

function topic(kind: TopicKind, name: string | undefined, title: string | undefined): Topic[] {
  if (name === undefined || title === undefined) return [];
  return [{ kind, path: `${kind}/${fileNameOf(name)}`, title }];
}

/** Names of files have at most 255 bytes, some archives allow 100 for a path. */
const maxNameLength = 64;

function fileNameOf(text: string): string {
  const slug = slugify(text);
  if (slug !== "" && slug.length <= maxNameLength) return slug;
  const digest = hashJson(text).slice(0, 16);
  // Two long names that begin alike, and two without letters, must not share a file.
  return slug === "" ? digest : `${slug.slice(0, maxNameLength - 17).replace(/-$/, "")}-${digest}`;
}
