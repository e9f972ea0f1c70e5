import { useState } from "react";
import { type MessageName, t } from "../overlay/i18n.ts";

/** Copies the page's address, which carries the filter. */
export function ShareLink() {
  const [said, setSaid] = useState<MessageName>();
  const copy = (): void => {
    navigator.clipboard.writeText(location.href).then(
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
