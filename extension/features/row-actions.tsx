import { useState } from "react";
import type { TenderRow } from "../../shared/feed/tender-row.ts";
import { t } from "../overlay/i18n.ts";
import { SimilarPurchases } from "./cards/similar-purchases.tsx";
import { CalendarOfRow } from "./dates/calendar-of.tsx";
import { Documents } from "./documents/documents.tsx";
import { InPlace } from "./in-place.tsx";
import { titleOf } from "./procedure-link.tsx";
import { CiteRow } from "./taking/cite-row.tsx";

/** What is seldom done with a procedure, out of the way until it is asked for. */
export function RowActions({ row }: { row: TenderRow }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="row-actions" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary aria-label={t("moreActionsOf", titleOf(row))}>{t("moreActions")}</summary>
      {isOpen && (
        <div className="actions">
          <CalendarOfRow row={row} />
          <CiteRow row={row} />
          <InPlace action={t("docTitle")} name={t("docOf", titleOf(row))}>
            <Documents id={row.id} />
          </InPlace>
          <InPlace action={t("similarTitle")} name={t("similarTo", titleOf(row))}>
            <SimilarPurchases id={row.id} />
          </InPlace>
        </div>
      )}
    </details>
  );
}
