import type { PlasmoCSConfig, PlasmoGetStyle, PlasmoMountShadowHost } from "plasmo";
import { type ReactNode, useEffect, useState } from "react";
import { readPage } from "../../shared/portal/page.ts";
import type { PageDefinition } from "../../shared/portal/pages/definition.ts";
import { durango } from "../../shared/portal/profiles/durango.ts";
import { matchRoute } from "../../shared/portal/routes.ts";
import { SampleOfUnknown } from "../features/portal-page/sample-of-unknown.tsx";
import { speak } from "../overlay/i18n.ts";
import { askToRead } from "../overlay/page-read.ts";
import { Panel } from "../overlay/panel.tsx";
import { ProcedurePanel } from "../overlay/procedure-panel.tsx";
import { RegistryPanel } from "../overlay/registry-panel.tsx";
import { Failed, WholeOverlay } from "../overlay/whole-overlay.tsx";
import { pageAtRest } from "../page/at-rest.ts";
import { overlayId } from "../page/copy-page.ts";
import { domTree } from "../page/dom-tree.ts";
import { pageKind } from "../page/page-kind.ts";
import { readSettings } from "../settings.ts";
import { panelStyle } from "../style/panel-style.ts";

export const config: PlasmoCSConfig = {
  matches: [
    "https://comprasestatal.durango.gob.mx/*",
    "https://www.comprasestatal.durango.gob.mx/*",
  ],
  run_at: "document_idle",
};

export const getStyle: PlasmoGetStyle = () => {
  const style = document.createElement("style");
  style.textContent = panelStyle;
  return style;
};

export const getShadowHostId = (): string => overlayId;

/** Nothing of the overlay comes into the page before that is painted: it would be painted once more. */
export const mountShadowHost: PlasmoMountShadowHost = async ({ shadowHost }) => {
  await pageAtRest();
  document.documentElement.prepend(shadowHost);
};

/** What the overlay shows: a panel over the portal's list, over a procedure's page and over the registry. */
export default function Portal() {
  const [shown, setShown] = useState<ReactNode>(null);
  useEffect(() => {
    const kind = pageKind(location.pathname, durango);
    if (kind === undefined) return setShown(<SampleOfUnknown />);
    show(kind).then(setShown, (error: unknown) => setShown(<Failed error={error} />));
  }, []);
  return <WholeOverlay>{shown}</WholeOverlay>;
}

async function show(kind: PageDefinition): Promise<ReactNode> {
  const settings = await readSettings();
  speak(settings.language);
  if (kind.id === "listado") return <Panel settings={settings} />;
  const firstRead = await askToRead(kind, readPage(domTree(document), kind, durango));
  const id = matchRoute(location.pathname, durango.routes.procedimiento);
  return id === undefined ? (
    <RegistryPanel settings={settings} firstRead={firstRead} />
  ) : (
    <ProcedurePanel settings={settings} id={id} firstRead={firstRead} />
  );
}
