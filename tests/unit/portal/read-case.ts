import type { PageText } from "../../../shared/portal/page.ts";
import type { PageDefinition } from "../../../shared/portal/pages/definition.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import {
  procedureUrl,
  readList,
  readProcedure,
  readSuppliers,
} from "../../../shared/portal/read-record.ts";

/** The number that every saved page of a procedure is read under. */
export const caseId = "1234";

/** What a page is read as by its definition, as plain JSON: the record or records, or `{ error }` with the name of the error. */
export function readCase(page: PageText, definition: PageDefinition): unknown {
  try {
    return JSON.parse(JSON.stringify(readByDefinition(page, definition)));
  } catch (error) {
    if (error instanceof Error) return { error: error.name };
    throw error;
  }
}

function readByDefinition(page: PageText, definition: PageDefinition): unknown {
  switch (definition.id) {
    case "listado":
      return readList(page, durango, durango.baseUrl + durango.routes.listado);
    case "procedimiento":
      return readProcedure(page, durango, caseId, procedureUrl(durango, caseId));
    case "padron":
      return readSuppliers(page, durango, durango.baseUrl + durango.routes.padron);
  }
}
