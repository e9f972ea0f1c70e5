import { padron } from "../../shared/portal/pages/padron.ts";
import { Suppliers } from "../features/suppliers.tsx";
import type { Settings } from "../settings.ts";
import { CardsPanel } from "./cards-panel.tsx";
import { formatCount, t } from "./i18n.ts";
import { type PageRead, usePageRead } from "./page-read.ts";

interface RegistryPanelProps {
  settings: Settings;
  /** What came of reading the page before anything was shown. */
  firstRead: PageRead;
}

/** The overlay over the portal's registry of suppliers: whether it could be read, and searching in all that is known of it. */
export function RegistryPanel({ settings, firstRead }: RegistryPanelProps) {
  const read = usePageRead(padron, firstRead);
  const count = read.isUnderstood ? read.reading.suppliers : undefined;
  const cards = [
    {
      name: "read",
      content: count !== undefined && (
        <p className="aside">{t("registryRead", formatCount(count))}</p>
      ),
    },
    { name: "suppliers", content: <Suppliers /> },
  ];
  return <CardsPanel isHiddenAtFirst={settings.isHidden} kind={padron} read={read} cards={cards} />;
}
