import type { Settings } from "../settings.ts";
import { Frame } from "./frame.tsx";
import { PanelTabs } from "./panel-tabs.tsx";
import { useListPage } from "./use-list-page.ts";

/** The overlay over the portal's list. */
export function Panel({ settings }: { settings: Settings }) {
  return (
    <Frame isHiddenAtFirst={settings.isHidden}>
      <OverList keptFilter={settings.filter} />
    </Frame>
  );
}

function OverList({ keptFilter }: { keptFilter: string }) {
  return <PanelTabs keptFilter={keptFilter} listPage={useListPage()} />;
}
