import { useState } from "react";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import type { TenderFilter } from "../../../shared/search/filter.ts";
import { addressWithFilter } from "../../overlay/filter-link.ts";
import { type MessageName, t } from "../../overlay/i18n.ts";

/** Copies an address of the portal that carries the filter: this page's, or the list's where this is none of the portal's. */
export function ShareLink({ filter }: { filter: TenderFilter }) {
  const [said, setSaid] = useState<MessageName>();
  const copy = (): void => {
    const isPortal = location.protocol === "https:";
    const page = isPortal ? location.href : durango.baseUrl + durango.routes.listado;
    navigator.clipboard.writeText(addressWithFilter(page, filter)).then(
      () => setSaid("linkCopied"),
      () => setSaid("linkNotCopied"),
    );
  };
  return (
    <>
      <button type="button" className="quiet" onClick={copy} onBlur={() => setSaid(undefined)}>
        {t("copyLink")}
      </button>
      <span className="said" aria-live="polite">
        {said && t(said)}
      </span>
    </>
  );
}
