import { t } from "../../overlay/i18n.ts";
import { Documents } from "./documents.tsx";

/** On a procedure's own page: its documents. */
export function DocumentsCard({ id }: { id: string }) {
  return (
    <section aria-labelledby="documents-title" className="details">
      <h3 id="documents-title" className="section-title">
        {t("docTitle")}
      </h3>
      <Documents id={id} />
    </section>
  );
}
