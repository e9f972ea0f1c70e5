import { domTree } from "../../../extension/page/dom-tree.ts";
import { readPage } from "../../../shared/portal/page.ts";
import { listado } from "../../../shared/portal/pages/listado.ts";
import { padron } from "../../../shared/portal/pages/padron.ts";
import { procedimiento } from "../../../shared/portal/pages/procedimiento.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";

/** Put into a page, lets a test ask how the extension's reader reads it. */
Object.assign(globalThis, {
  readFixture: (id: "listado" | "padron" | "procedimiento") =>
    readPage(domTree(document), { listado, padron, procedimiento }[id], durango),
});
