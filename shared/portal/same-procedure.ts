import { slugify } from "../values/text.ts";
import { PageChangedError } from "./errors.ts";
import type { Procedimiento } from "./records.ts";

/** What a procedure is known by, as it is compared: a list may cut a description. */
const marks: readonly ((record: Procedimiento) => string | undefined)[] = [
  ({ numeroProcedimiento }) => numeroProcedimiento,
  ({ descripcion }) => descripcion?.slice(0, 60),
  ({ unidadCompradora }) => unidadCompradora?.nombre.slice(0, 60),
];

/**
 * Throws `PageChangedError` where the page of a procedure differs in two of its marks from what the list says of it: then what was read is
 * about something else that the page shows. A procedure that was corrected keeps its number and its unit, or its description.
 */
export function requireSameProcedure(fromList: Procedimiento, fromPage: Procedimiento): void {
  const compared = marks.flatMap((mark) => {
    const [a, b] = [mark(fromList), mark(fromPage)];
    return a === undefined || b === undefined ? [] : [[slugify(a), slugify(b)] as const];
  });
  const differing = compared.filter(([a, b]) => !a.startsWith(b) && !b.startsWith(a));
  if (differing.length < 2) return;
  throw new PageChangedError(
    `${fromPage.url}: the page says "${fromPage.descripcion?.slice(0, 60)}" where the list says "${fromList.descripcion?.slice(0, 60)}". ` +
      "Look at the page in a browser: what was read of it is about another procedure.",
  );
}
