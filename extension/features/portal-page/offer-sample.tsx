import { useEffect, useState } from "react";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { t } from "../../overlay/i18n.ts";
import { askToOffer, findUnknownPage } from "../../page/sample-offer.ts";
import { Failure } from "../failure.tsx";

/** In the popup, beside a page of the portal over which there is no panel: has it offer a sample of itself. */
export function OfferSample() {
  const [tab, setTab] = useState<number>();
  const [failure, setFailure] = useState<string>();
  useEffect(() => {
    void findUnknownPage(durango).then(setTab);
  }, []);
  if (tab === undefined) return null;
  return (
    <>
      <p className="hint">{t("sampleUnknownPage")}</p>
      <p className="actions">
        <button
          type="button"
          className="quiet"
          onClick={() =>
            void askToOffer(tab).then(close, (error: unknown) => setFailure(String(error)))
          }
        >
          {t("sampleOffer")}
        </button>
      </p>
      {failure !== undefined && <Failure reason={failure} />}
    </>
  );
}
