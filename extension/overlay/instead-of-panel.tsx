import { t, uiLanguage } from "./i18n.ts";

/** What stands in a corner of the page where there can be no panel: why, and the way to try again. */
export function InsteadOfPanel({ text }: { text: string }) {
  return (
    <section aria-label={t("panelName")} className="collapsed" lang={uiLanguage()}>
      <div className="corner">
        <p role="status">{text}</p>
        <p className="actions">
          <button type="button" className="quiet" onClick={() => location.reload()}>
            {t("reload")}
          </button>
        </p>
      </div>
    </section>
  );
}
