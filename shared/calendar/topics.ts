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

/** The topic of all procedures. */
export const wholeTopic: Topic = { kind: "todo", path: "todo", title: "Todos los procedimientos" };

/** The topic of a buyer. @param id its identifier within the feed. @param name its own where it has none. */
export function topicOfBuyer(id: string, name = id): Topic {
  return makeTopic("dependencia", id, name);
}

/** The topic of a modality that OCDS has a code for. */
export function topicOfMethod(method: keyof typeof methodWords): Topic {
  const word = methodWords[method];
  return makeTopic("modalidad", word, `Modalidad ${word.toLowerCase()}`);
}

/**
 * Every topic that a procedure belongs to, each once, `todo` first. A modality or class that OCDS has no code for goes by
 * the portal's own word.
 */
export function topicsOf({ buyer, tender }: Pick<CompiledRelease, "buyer" | "tender">): Topic[] {
  const method = tender?.procurementMethod;
  const modality = tender?.procurementMethodDetails;
  // The portal gives one class.
  const [itsClass] = tender?.additionalProcurementCategories ?? [];
  const category =
    tender?.mainProcurementCategory === undefined
      ? itsClass
      : categoryWords[tender.mainProcurementCategory];
  const topics = [
    wholeTopic,
    buyer?.id === undefined ? undefined : topicOfBuyer(String(buyer.id), buyer.name),
    method === undefined
      ? modality && makeTopic("modalidad", modality, `Modalidad: ${modality}`)
      : topicOfMethod(method),
    category && makeTopic("clase", category, category),
  ];
  return topics.filter((topic) => typeof topic === "object");
}

function makeTopic(kind: TopicKind, name: string, title: string): Topic {
  return { kind, path: `${kind}/${fileNameOf(name)}`, title };
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
