import pageText from "data-text:../style/own-page.css";
import { type ReactNode, useEffect, useState } from "react";
import { durango } from "../../shared/portal/profiles/durango.ts";
import { readSettings, type Settings } from "../settings.ts";
import { panelStyle } from "../style/panel-style.ts";
import { speak, t, uiLanguage } from "./i18n.ts";
import { OnItsOwn } from "./on-its-own.tsx";

interface OwnPageProps {
  /** Which of the extension's pages: its style is chosen by it. */
  kind: "side-panel" | "popup" | "documents";
  /** What it shows once the settings are known. */
  children: (settings: Settings) => ReactNode;
}

/**
 * A page of the extension's own that shows what the overlay shows: the same style and language, under the same name. Links
 * lead to the portal, as over its pages, and open in a tab.
 */
export function OwnPage({ kind, children }: OwnPageProps) {
  const [settings, setSettings] = useState<Settings>();
  useEffect(() => {
    const base = document.createElement("base");
    base.href = durango.baseUrl;
    base.target = "_blank";
    document.head.append(base);
    void readSettings().then((kept) => {
      speak(kept.language);
      document.title = t("extensionName");
      document.documentElement.lang = uiLanguage();
      setSettings(kept);
    });
  }, []);
  return (
    <main className={`own-page ${kind}`}>
      <style>{panelStyle + pageText}</style>
      {settings && (
        <>
          <header className="head">
            <div>
              <h1 className="brand">{t("extensionName")}</h1>
              <p className="unofficial">{t("unofficial")}</p>
            </div>
          </header>
          <OnItsOwn>{children(settings)}</OnItsOwn>
        </>
      )}
    </main>
  );
}
