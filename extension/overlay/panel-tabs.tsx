import { useCallback, useState } from "react";
import { decodeFilter, encodeFilter } from "../../shared/search/filter.ts";
import { DataAge } from "../features/data-age.tsx";
import { Mine } from "../features/mine/mine.tsx";
import { Suppliers } from "../features/suppliers.tsx";
import { Tenders } from "../features/tenders.tsx";
import { t } from "./i18n.ts";
import { asksForMine } from "./mine-link.ts";
import { OnItsOwn } from "./on-its-own.tsx";
import { Tabs } from "./tabs.tsx";
import { useFilter } from "./use-filter.ts";
import type { ListPage } from "./use-list-page.ts";
import { useUnshown } from "./use-unshown.ts";

interface PanelTabsProps {
  /** The filter of the last visit, as `encodeFilter` writes it. */
  keptFilter: string;
  /** The portal's list beside the tabs: undefined until it is read, "none" where there is none. */
  listPage: ListPage | "none" | undefined;
}

/** The tabs that the overlay and the side panel show alike; each one's failure is its own. */
export function PanelTabs({ keptFilter, listPage }: PanelTabsProps) {
  const [selected, select] = useState(() => (asksForMine(location.hash) ? "mine" : "tenders"));
  const [filter, changeFilter] = useFilter(keptFilter);
  const show = useCallback(() => select("tenders"), []);
  const open = useCallback(
    (saved: string): void => {
      changeFilter("clear");
      changeFilter(decodeFilter(saved));
      show();
    },
    [changeFilter, show],
  );
  const unshown = useUnshown();
  const isMineShown = selected === "mine";
  const tenders = (
    <Tenders filter={filter} changeFilter={changeFilter} listPage={listPage} show={show} />
  );
  const mine = (
    <Mine isShown={isMineShown} open={open} filterInUse={isMineShown ? encodeFilter(filter) : ""} />
  );
  return (
    <Tabs
      selected={selected}
      select={select}
      tabs={[
        { id: "tenders", name: t("tabTenders"), content: <OnItsOwn>{tenders}</OnItsOwn> },
        {
          id: "suppliers",
          name: t("tabSuppliers"),
          content: (
            <OnItsOwn>
              <Suppliers />
            </OnItsOwn>
          ),
        },
        {
          id: "mine",
          name: t("tabMine"),
          unseen: unshown,
          content: <OnItsOwn>{mine}</OnItsOwn>,
        },
      ]}
    >
      <DataAge />
    </Tabs>
  );
}
