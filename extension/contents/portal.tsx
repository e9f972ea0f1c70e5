import cssText from "data-text:../overlay/overlay.css";
import type { PlasmoCSConfig, PlasmoGetStyle } from "plasmo";
import { useEffect, useState } from "react";
import { readPage } from "../../shared/portal/page.ts";
import type { PageDefinition } from "../../shared/portal/pages/definition.ts";
import { durango } from "../../shared/portal/profiles/durango.ts";
import { ask } from "../messages.ts";
import { speak } from "../overlay/i18n.ts";
import { Panel } from "../overlay/panel.tsx";
import { domTree } from "../page/dom-tree.ts";
import { pageKind } from "../page/page-kind.ts";
import { readSettings, type Settings } from "../settings.ts";

export const config: PlasmoCSConfig = {
  matches: [
    "https://comprasestatal.durango.gob.mx/*",
    "https://www.comprasestatal.durango.gob.mx/*",
  ],
  run_at: "document_idle",
};

export const getStyle: PlasmoGetStyle = () => {
  const style = document.createElement("style");
  style.textContent = cssText;
  return style;
};

export const getShadowHostId = (): string => "compras-abiertas";

/** The only content script: the panel over the portal's list; other pages that we can read are read in passing. */
export default function Portal() {
  const kind = pageKind(location.pathname, durango);
  const [settings, setSettings] = useState<Settings>();
  useEffect(() => {
    if (kind?.id === "listado")
      void readSettings().then((kept) => {
        speak(kept.language);
        setSettings(kept);
      });
    else if (kind) void keepPage(kind);
  }, [kind]);
  return settings ? <Panel settings={settings} /> : null;
}

async function keepPage(kind: PageDefinition): Promise<void> {
  await ask("page", {
    page: kind.id,
    url: location.origin + location.pathname,
    text: readPage(domTree(document), kind, durango),
  });
}
