import { answered, type Reply, unanswered } from "../question.ts";
import { readSeen } from "../see-page.ts";
import type { SeenPage, Visit } from "../visit.ts";

/** In which way pages set labels and texts beside each other, by the names of the strategies of `shared/portal/reading`. */
export function replyOnLayout(visit: Visit, pages: readonly SeenPage[], because: string): Reply {
  const ofHtml = pages.filter(({ facts }) => facts !== undefined);
  const [first] = ofHtml;
  if (first === undefined) return unanswered(because);
  const texts = ofHtml.map((seen) => readSeen(seen, visit.draft));
  const conflict = texts.find((page) => page.conflict !== undefined)?.conflict;
  if (conflict !== undefined) {
    return answered(`nobody can say: ${conflict}`, [{ url: first.url }], { differs: "required" });
  }
  const found = [...new Set(texts.map(({ strategy = "none that is known" }) => strategy))];
  const isKnown = texts.every(({ strategy }) => strategy !== undefined);
  return answered(found.join(" / "), [{ url: first.url, text: first.page.heading }], {
    differs: isKnown ? undefined : "required",
  });
}
