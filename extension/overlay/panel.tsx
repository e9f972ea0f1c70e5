import { useState } from "react";
import { decodeFilter, encodeFilter } from "../../shared/search/filter.ts";
import { Mine } from "../features/mine.tsx";
import { Suppliers } from "../features/suppliers.tsx";
import { Tenders } from "../features/tenders.tsx";
import type { Settings } from "../settings.ts";
import { Frame } from "./frame.tsx";
import { t } from "./i18n.ts";
import { OnItsOwn } from "./on-its-own.tsx";
import { Tabs } from "./tabs.tsx";
import { useFilter } from "./use-filter.ts";

/** The overlay over the portal's list. */
export function Panel({ settings }: { settings: Settings }) {
  return (
    <Frame isHiddenAtFirst={settings.isHidden}>
      <PanelTabs keptFilter={settings.filter} />
    </Frame>
  );
}

function PanelTabs({ keptFilter }: { keptFilter: string }) {
  const [selected, select] = useState("tenders");
  const [filter, changeFilter] = useFilter(keptFilter);
  const open = (saved: string): void => {
    changeFilter("clear");
    changeFilter(decodeFilter(saved));
    select("tenders");
  };
  const mine = (
    <Mine isShown={selected === "mine"} open={open} filterInUse={encodeFilter(filter)} />
  );
  return (
    <Tabs
      selected={selected}
      select={select}
      tabs={[
        {
          id: "tenders",
          name: t("tabTenders"),
          content: <Tenders filter={filter} changeFilter={changeFilter} />,
        },
        { id: "suppliers", name: t("tabSuppliers"), content: <Suppliers /> },
        { id: "mine", name: t("tabMine"), content: <OnItsOwn>{mine}</OnItsOwn> },
      ]}
    />
  );
}
