import type { PlasmoCSConfig } from "plasmo";
import { durango } from "../../shared/portal/profiles/durango.ts";
import { makeRoom } from "../overlay/make-room.ts";
import { pageKind } from "../page/page-kind.ts";
import { readSettings } from "../settings.ts";

export const config: PlasmoCSConfig = {
  matches: [
    "https://comprasestatal.durango.gob.mx/*",
    "https://www.comprasestatal.durango.gob.mx/*",
  ],
  run_at: "document_start",
};

/**
 * Makes room for the panel before the page is laid out: a long list that has to make room later is laid out and painted all over
 * again, which takes several times as long as everything else that the overlay does. The panel comes when the page is there.
 */
async function reserveRoom(): Promise<void> {
  if (pageKind(location.pathname, durango) === undefined) return;
  const { isHidden } = await readSettings();
  if (!isHidden) makeRoom();
}

void reserveRoom();
