import type { PageStructure } from "./fingerprint.ts";

/** In what the pages of one kind differ from how they were: what they were like is absent where it is as before. */
export interface FormChange {
  /** Folded labels that are new. */
  added: string[];
  /** Folded labels that are gone. */
  removed: string[];
  routes?: string[];
  strategies?: string[];
  listKind?: PageStructure["listKind"];
}

/** Undefined where the form is the same. */
export function findFormChange(before: PageStructure, now: PageStructure): FormChange | undefined {
  if (before.fingerprint === now.fingerprint) return undefined;
  const isSame = (key: "routes" | "strategies") => before[key].join() === now[key].join();
  return {
    added: now.labels.filter((label) => !before.labels.includes(label)),
    removed: before.labels.filter((label) => !now.labels.includes(label)),
    ...(!isSame("routes") && { routes: before.routes }),
    ...(!isSame("strategies") && { strategies: before.strategies }),
    ...(before.listKind !== now.listKind && before.listKind && { listKind: before.listKind }),
  };
}
