import { useEffect, useState } from "react";
import { isWithdrawn } from "../../../shared/feed/is-withdrawn.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { stateOf } from "../../../shared/search/filter.ts";
import { ask } from "../../messages.ts";
import { formatInstantWords, t } from "../../overlay/i18n.ts";
import { stateNames } from "../../overlay/state-names.ts";
import { useMarks } from "../../overlay/use-marks.ts";
import type { Mark } from "../../personal/conversations.ts";
import { ClosesIn } from "../dates/closes-in.tsx";
import { titleOf } from "../procedure-link.tsx";
import { RowActions } from "../row-actions.tsx";
import { WhatChanged } from "../what-changed.tsx";
import { FollowControls } from "./follow-controls.tsx";

/** On a procedure's own page: its state, what changed since the user last saw it, and following it. */
export function ProcedureMine({ id }: { id: string }) {
  const mark = useMarks([id]).get(id);
  const [shown, setShown] = useState<Mark["changes"]>([]);
  useEffect(() => {
    if (mark === undefined) return;
    // Being here is looking at it. What changed stays to be read until the page is left.
    if (mark.changes.length > 0) setShown(mark.changes);
    if (mark.changes.length > 0 || !mark.isSeen) {
      void ask("markSeen", { ids: [id], upTo: mark.stamp, isQuiet: true });
    }
  }, [id, mark]);
  if (mark === undefined) return <p className="hint">{t("loading")}</p>;
  const { row, follow } = mark;
  const state = row && !isWithdrawn(row) ? stateOf(row, Date.now()) : undefined;
  return (
    <section aria-labelledby="mine-title" className="mine">
      <h3 id="mine-title" className="section-title">
        {t("tabMine")}
      </h3>
      {row && (
        <p className="facts">
          {state ? (
            <span className={`state ${state}`}>{t(stateNames[state])}</span>
          ) : (
            <span className="state withdrawn">{t("withdrawn")}</span>
          )}
          {row.opensAt && (
            <span>{t("rowOpens", formatInstantWords(row.opensAt, durango.timeZone))}</span>
          )}
          <ClosesIn row={row} />
        </p>
      )}
      {shown.length > 0 && (
        <>
          <h4 className="digest-title changed">{t("whatChangedHere")}</h4>
          <WhatChanged changes={shown} />
        </>
      )}
      <FollowControls
        id={id}
        title={row ? titleOf(row) : t("followedUnknown", id)}
        follow={follow}
      />
      {row && <RowActions row={row} />}
    </section>
  );
}
