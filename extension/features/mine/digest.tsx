import { useRef } from "react";
import {
  type DigestItem,
  type DigestSection,
  digestSections,
} from "../../../shared/monitor/digest.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { ask, type Conversations } from "../../messages.ts";
import { formatCount, formatInstantWords, type MessageName, t } from "../../overlay/i18n.ts";
import { useFocusKept } from "../../overlay/use-focus-kept.ts";
import type { ToldSection } from "../../personal/conversations.ts";
import { ClosesIn } from "../dates/closes-in.tsx";
import { ProcedureLink } from "../procedure-link.tsx";
import { RowActions } from "../row-actions.tsx";
import { WhatChanged } from "../what-changed.tsx";

export const digestSectionNames: Readonly<Record<DigestSection, MessageName>> = {
  closing: "digestClosing",
  new: "digestNew",
  changed: "digestChanged",
  awarded: "digestAwarded",
};

/** What is worth telling of all that the user watches, each procedure once. */
export function DigestList({ answer }: { answer: Conversations["mine"]["answer"] }) {
  const { digest, searches, follows, newsIds, stamp } = answer;
  const filled = digestSections.filter((section) => digest[section].count > 0);
  const heading = useRef<HTMLHeadingElement>(null);
  const box = useRef<HTMLElement>(null);
  // What was looked at in another tab takes its links along.
  useFocusKept(box, () => heading.current);
  const markAll = (): void => {
    void ask("markSeen", { ids: newsIds, upTo: stamp, isQuiet: false });
    // With the news its button goes.
    heading.current?.focus();
  };
  const isWatching = searches.length + follows.length > 0;
  return (
    <section ref={box} aria-labelledby="digest-title">
      <h3 ref={heading} id="digest-title" tabIndex={-1} className="section-title">
        {t("digest")}
      </h3>
      {filled.length === 0 && (
        <p className="hint">{isWatching ? t("digestNone") : t("digestNothingWatched")}</p>
      )}
      {filled.map((section) => (
        <Section key={section} name={section} section={digest[section]} />
      ))}
      {newsIds.length > 0 && (
        <button type="button" className="more" onClick={markAll}>
          {t("markAllSeen")}
        </button>
      )}
    </section>
  );
}

function Section({ name, section }: { name: DigestSection; section: ToldSection }) {
  const { count, items } = section;
  return (
    <>
      <h4 className={`digest-title ${name}`}>{t(digestSectionNames[name], formatCount(count))}</h4>
      <ul className="results">
        {items.map((item) => (
          <Item key={item.row.id} item={item} section={name} />
        ))}
      </ul>
      {items.length < count && (
        <p className="hint">{t("digestMore", formatCount(count - items.length))}</p>
      )}
    </>
  );
}

function Item({ item, section }: { item: DigestItem; section: DigestSection }) {
  const { row, searches, changes } = item;
  // That a new one is new is what its section says.
  const shown = changes.filter(({ kind }) => kind !== "added" || section !== "new");
  return (
    <li className="result">
      <ProcedureLink row={row} />
      <p className="facts">
        {row.opensAt && (
          <span>{t("rowOpens", formatInstantWords(row.opensAt, durango.timeZone))}</span>
        )}
        <ClosesIn row={row} />
        <span>
          {searches.length > 0 ? t("digestFrom", searches.join(", ")) : t("digestFollowed")}
        </span>
      </p>
      {shown.length > 0 && <WhatChanged changes={shown} />}
      <RowActions row={row} />
    </li>
  );
}
