import cardsText from "data-text:../overlay/cards.css";
import colorsText from "data-text:../overlay/colors.css";
import mineText from "data-text:../overlay/mine.css";
import cssText from "data-text:../overlay/overlay.css";
import type { PlasmoCSConfig, PlasmoGetStyle } from "plasmo";
import { type ReactNode, useEffect, useState } from "react";
import { readPage } from "../../shared/portal/page.ts";
import type { PageDefinition } from "../../shared/portal/pages/definition.ts";
import { durango } from "../../shared/portal/profiles/durango.ts";
import { matchRoute } from "../../shared/portal/routes.ts";
import { ask } from "../messages.ts";
import { speak } from "../overlay/i18n.ts";
import { Panel } from "../overlay/panel.tsx";
import { ProcedurePanel } from "../overlay/procedure-panel.tsx";
import { domTree } from "../page/dom-tree.ts";
import { pageKind } from "../page/page-kind.ts";
import { readSettings } from "../settings.ts";

export const config: PlasmoCSConfig = {
  matches: [
    "https://comprasestatal.durango.gob.mx/*",
    "https://www.comprasestatal.durango.gob.mx/*",
  ],
  run_at: "document_idle",
};

export const getStyle: PlasmoGetStyle = () => {
  const style = document.createElement("style");
  style.textContent = colorsText + cssText + cardsText + mineText;
  return style;
};

export const getShadowHostId = (): string => "compras-abiertas";

/** The only content script: a panel over the portal's list and over a procedure's page; the registry is read in passing. */
export default function Portal() {
  const [shown, setShown] = useState<ReactNode>(null);
  useEffect(() => {
    const kind = pageKind(location.pathname, durango);
    if (kind !== undefined) void show(kind).then(setShown);
  }, []);
  return shown;
}

async function show(kind: PageDefinition): Promise<ReactNode> {
  const settings = await readSettings();
  speak(settings.language);
  if (kind.id === "listado") return <Panel settings={settings} />;
  const isPageUnderstood = await keepPage(kind);
  const id = matchRoute(location.pathname, durango.routes.procedimiento);
  return id === undefined ? null : (
    <ProcedurePanel settings={settings} id={id} isPageUnderstood={isPageUnderstood} />
  );
}

/** Has the worker keep what the page says; whether it was understood. */
async function keepPage(kind: PageDefinition): Promise<boolean> {
  const { isUnderstood } = await ask("page", {
    page: kind.id,
    url: location.origin + location.pathname,
    text: readPage(domTree(document), kind, durango),
  });
  return isUnderstood;
}
