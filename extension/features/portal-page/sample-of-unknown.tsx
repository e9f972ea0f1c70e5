import { useEffect, useRef, useState } from "react";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { speak, t, uiLanguage } from "../../overlay/i18n.ts";
import { domTree } from "../../page/dom-tree.ts";
import { likeliestKind } from "../../page/likeliest-kind.ts";
import { onAskedToOffer } from "../../page/sample-offer.ts";
import { readSettings } from "../../settings.ts";
import { SamplePage } from "./sample-page.tsx";

/** Over a page at an address that the profile does not know there is no panel: a corner in which the page can be saved, once the popup asks for it. */
export function SampleOfUnknown() {
  const [isOffered, setOffered] = useState(false);
  useEffect(
    () =>
      onAskedToOffer(() => {
        void readSettings().then(({ language }) => {
          speak(language);
          setOffered(true);
        });
      }),
    [],
  );
  return isOffered ? <Corner close={() => setOffered(false)} /> : null;
}

function Corner({ close }: { close: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // The popup, where the user was, is gone.
  useEffect(() => heading.current?.focus(), []);
  return (
    <section aria-label={t("panelName")} className="collapsed" lang={uiLanguage()}>
      <div className="corner">
        <h2 ref={heading} tabIndex={-1} className="section-title">
          {t("sampleOffer")}
        </h2>
        <p>{t("sampleOfUnknown")}</p>
        <div className="report">
          <SamplePage kind={likeliestKind(domTree(document), durango)} />
        </div>
        <p className="actions">
          <button type="button" className="quiet" onClick={close}>
            {t("close")}
          </button>
        </p>
      </div>
    </section>
  );
}
