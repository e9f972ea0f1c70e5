import { useId, useState } from "react";
import { t } from "../../overlay/i18n.ts";
import { SimilarPurchases } from "./similar-purchases.tsx";

interface SimilarOfRowProps {
  id: string;
  title: string;
}

/** A button that opens the purchases like a row's in place. It asks for nothing until then. */
export function SimilarOfRow({ id, title }: SimilarOfRowProps) {
  const [isOpen, setOpen] = useState(false);
  const shown = useId();
  return (
    <>
      <button
        type="button"
        className="quiet"
        aria-expanded={isOpen}
        aria-controls={shown}
        onClick={() => setOpen(!isOpen)}
      >
        {t("similarTitle")}
      </button>
      <section id={shown} aria-label={t("similarTo", title)} className="card" hidden={!isOpen}>
        {isOpen && <SimilarPurchases id={id} />}
      </section>
    </>
  );
}
