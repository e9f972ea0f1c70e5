import { useEffect, useState } from "react";
import { digestSections } from "../../../shared/monitor/digest.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { emptyFilter } from "../../../shared/search/filter.ts";
import { formatCount, t } from "../../overlay/i18n.ts";
import { mineAddress } from "../../overlay/mine-link.ts";
import { findSidePanel } from "../../overlay/side-panel.ts";
import { useAnswer } from "../../overlay/use-answer.ts";
import type { PersonalConversations } from "../../personal/conversations.ts";
import { Notices } from "../notices.tsx";
import { OfferSample } from "../portal-page/offer-sample.tsx";
import { ProcedureLink } from "../procedure-link.tsx";
import { digestSectionNames } from "./digest.tsx";

/** The most urgent ones are shown; the rest is in "Lo mío". */
const rowsAtMost = 3;

/** In short: how many are open, what is new of what the user watches, how old the data is, and the ways on. */
export function Brief() {
  const answered = useAnswer("search", { filter: emptyFilter, pageIds: [], limit: 0 });
  const mine = useAnswer("mine", {});
  const open = answered.answer?.choices.states.find(({ state }) => state === "open")?.count;
  return (
    <>
      <Notices answered={answered} />
      {open !== undefined && <p className="count">{t("briefOpen", formatCount(open))}</p>}
      {mine.answer && <News mine={mine.answer} />}
      <OfferSample />
      <Ways />
    </>
  );
}

function News({ mine }: { mine: PersonalConversations["mine"]["answer"] }) {
  const { digest, searches, follows } = mine;
  const filled = digestSections.filter((section) => digest[section].count > 0);
  if (filled.length === 0) {
    const isWatching = searches.length + follows.length > 0;
    return <p className="hint">{t(isWatching ? "digestNone" : "digestNothingWatched")}</p>;
  }
  const news = filled.flatMap((section) => digest[section].items);
  return (
    <section aria-labelledby="news-title">
      <h2 id="news-title" className="section-title">
        {t("digest")}
      </h2>
      <ul className="counts">
        {filled.map((section) => (
          <li key={section} className={section}>
            {t(digestSectionNames[section], formatCount(digest[section].count))}
          </li>
        ))}
      </ul>
      <ul className="results">
        {news.slice(0, rowsAtMost).map(({ row }) => (
          <li key={row.id} className="result">
            <ProcedureLink row={row} />
          </li>
        ))}
      </ul>
      {news.length > rowsAtMost && (
        <p className="actions">
          <button type="button" className="quiet" onClick={() => openTab(mineAddress)}>
            {t("briefAll")}
          </button>
        </p>
      )}
    </section>
  );
}

function Ways() {
  const [openSidePanel, setOpener] = useState<() => Promise<void>>();
  useEffect(() => {
    void findSidePanel().then((opener) => setOpener(() => opener));
  }, []);
  return (
    <p className="actions">
      <button
        type="button"
        className="quiet primary"
        onClick={() => openTab(durango.baseUrl + durango.routes.listado)}
      >
        {t("openPortal")}
      </button>
      {openSidePanel && (
        <button
          type="button"
          className="quiet"
          onClick={() => void openSidePanel().then(() => close())}
        >
          {t("openSidePanel")}
        </button>
      )}
      <button
        type="button"
        className="quiet"
        onClick={() => void chrome.runtime.openOptionsPage().then(() => close())}
      >
        {t("mineOptions")}
      </button>
    </p>
  );
}

function openTab(url: string): void {
  void chrome.tabs.create({ url });
  close();
}
