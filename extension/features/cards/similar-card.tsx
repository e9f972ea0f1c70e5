import { t } from "../../overlay/i18n.ts";
import { SimilarPurchases } from "./similar-purchases.tsx";

/** On a procedure's own page: what was bought before that is like it. */
export function SimilarCard({ id }: { id: string }) {
  return (
    <section aria-labelledby="similar-title" className="details">
      <h3 id="similar-title" className="section-title">
        {t("similarTitle")}
      </h3>
      <SimilarPurchases id={id} />
    </section>
  );
}
