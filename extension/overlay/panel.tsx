import { Suppliers } from "../features/suppliers.tsx";
import { Tenders } from "../features/tenders.tsx";
import type { Settings } from "../settings.ts";
import { Frame } from "./frame.tsx";
import { t } from "./i18n.ts";
import { Tabs } from "./tabs.tsx";

/** The overlay over the portal's list. */
export function Panel({ settings }: { settings: Settings }) {
  return (
    <Frame isHiddenAtFirst={settings.isHidden}>
      <Tabs
        tabs={[
          {
            id: "tenders",
            name: t("tabTenders"),
            content: <Tenders keptFilter={settings.filter} />,
          },
          { id: "suppliers", name: t("tabSuppliers"), content: <Suppliers /> },
        ]}
      />
    </Frame>
  );
}
