import { findLabel } from "../../shared/portal/labels.ts";
import { readPage } from "../../shared/portal/page.ts";
import type { PageDefinition } from "../../shared/portal/pages/definition.ts";
import { listado } from "../../shared/portal/pages/listado.ts";
import { padron } from "../../shared/portal/pages/padron.ts";
import { procedimiento } from "../../shared/portal/pages/procedimiento.ts";
import type { PortalProfile } from "../../shared/portal/profile.ts";
import type { Tree } from "../../shared/portal/reading/tree.ts";

/** The kind whose fields a page at an address that tells none has most of; a list where it has none of any. */
export function likeliestKind<Node>(tree: Tree<Node>, profile: PortalProfile): PageDefinition {
  const fieldsOf = (kind: PageDefinition): number => {
    const { labels } = readPage(tree, kind, profile);
    const keys = labels.map((label) => findLabel(label, kind.id, profile)?.key);
    return new Set(keys.filter((key) => key !== undefined)).size;
  };
  const counted = [listado, procedimiento, padron].map((kind) => ({
    kind,
    fields: fieldsOf(kind),
  }));
  return counted.reduce((best, next) => (next.fields > best.fields ? next : best)).kind;
}
