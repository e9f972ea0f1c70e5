import type { ReactNode } from "react";
import { procedimiento } from "../../shared/portal/pages/procedimiento.ts";
import { BidsAndAwards } from "../features/cards/bids-and-awards.tsx";
import { BuyerOfProcedure } from "../features/cards/buyer-of-procedure.tsx";
import { SimilarPurchases } from "../features/cards/similar-purchases.tsx";
import { TitledCard } from "../features/cards/titled-card.tsx";
import { Documents } from "../features/documents/documents.tsx";
import { ProcedureMine } from "../features/mine/procedure-mine.tsx";
import { ContrastCard } from "../features/portal-page/contrast.tsx";
import type { Settings } from "../settings.ts";
import { CardsPanel } from "./cards-panel.tsx";
import { t } from "./i18n.ts";
import { type PageRead, usePageRead } from "./page-read.ts";

interface ProcedurePanelProps {
  settings: Settings;
  /** The portal's number. */
  id: string;
  /** What came of reading the page before anything was shown. */
  firstRead: PageRead;
}

/** The overlay over a procedure's own page: cards, one a feature, the most urgent first. */
export function ProcedurePanel({ settings, id, firstRead }: ProcedurePanelProps) {
  const read = usePageRead(procedimiento, firstRead);
  const contrast = read.isUnderstood ? read.reading.contrast : undefined;
  const cards: { name: string; content: ReactNode }[] = [
    { name: "contrast", content: contrast && <ContrastCard contrast={contrast} /> },
    { name: "mine", content: <ProcedureMine id={id} /> },
    {
      name: "documents",
      content: (
        <TitledCard title={t("docTitle")}>
          <Documents id={id} />
        </TitledCard>
      ),
    },
    { name: "bids-and-awards", content: <BidsAndAwards id={id} /> },
    {
      name: "similar",
      content: (
        <TitledCard title={t("similarTitle")}>
          <SimilarPurchases id={id} />
        </TitledCard>
      ),
    },
    { name: "buyer", content: <BuyerOfProcedure id={id} /> },
  ];
  return (
    <CardsPanel
      isHiddenAtFirst={settings.isHidden}
      kind={procedimiento}
      read={read}
      cards={cards}
    />
  );
}
