import { t } from "./overlay/i18n.ts";
import { OwnPage } from "./overlay/own-page.tsx";
import { PanelTabs } from "./overlay/panel-tabs.tsx";

/** The browser's side panel: what the overlay shows, with no page of the portal beside it. Works without the portal. */
export default function SidePanel() {
  return (
    <OwnPage kind="side-panel">
      {({ filter }) => (
        <>
          {/* What the tabs hold stands one level below it, as in the overlay. */}
          <h2 className="unseen">{t("panelName")}</h2>
          <PanelTabs keptFilter={filter} listPage="none" />
        </>
      )}
    </OwnPage>
  );
}
