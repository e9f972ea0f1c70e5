import { useState } from "react";
import type { RowChange } from "../../../shared/monitor/row-changes.ts";
import { ask } from "../../messages.ts";
import { formatCount, t } from "../../overlay/i18n.ts";
import type { Mark } from "../../personal/conversations.ts";
import { WhatChanged } from "../what-changed.tsx";
import { FollowControls } from "./follow-controls.tsx";

interface MarkLineProps {
  id: string;
  title: string;
  /** Undefined until it is known. */
  mark: Mark | undefined;
}

/**
 * What is the user's of a procedure, under its row: what changed since the last look, and following it. Opening what changed is
 * looking at it: from then on it is no news, and stays to be read, open or folded away.
 */
export function MarkLine({ id, title, mark }: MarkLineProps) {
  const [read, setRead] = useState<RowChange[]>();
  const [isOpen, setOpen] = useState(false);
  const changes = read ?? mark?.changes ?? []; // Not known yet, or nothing changed.
  const turn = (): void => {
    setOpen(!isOpen);
    if (mark === undefined || read !== undefined) return;
    setRead(mark.changes);
    void ask("markSeen", { ids: [id], upTo: mark.stamp, isQuiet: true });
  };
  return (
    <>
      {changes[0]?.kind === "added" ? (
        <p className="news">{t("changeNew")}</p>
      ) : (
        changes.length > 0 && (
          <div className="news">
            <button type="button" className="quiet" aria-expanded={isOpen} onClick={turn}>
              {t("whatChanged", formatCount(changes.length))}
            </button>
            {isOpen && read && <WhatChanged changes={read} />}
          </div>
        )
      )}
      {/* They would say that it is not followed: what is not known yet is not said, and rows are there the sooner. */}
      {mark ? (
        <FollowControls id={id} title={title} follow={mark.follow} />
      ) : (
        <div className="follow" />
      )}
    </>
  );
}
