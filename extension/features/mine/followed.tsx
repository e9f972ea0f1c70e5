import { useEffect, useRef, useState } from "react";
import type { Follow } from "../../../shared/monitor/personal.ts";
import { followStatuses } from "../../../shared/monitor/personal-limits.ts";
import { formatCount, t } from "../../overlay/i18n.ts";
import { ProcedureLink, titleOf } from "../procedure-link.tsx";
import { RowActions } from "../row-actions.tsx";
import { RowChoice } from "../row-choice.tsx";
import { Compare, compareAtMost } from "./compare.tsx";
import { FollowControls, followStatusNames } from "./follow-controls.tsx";

/** What the user follows, by what is intended with it, and the choice of those to compare. */
export function Followed({ follows }: { follows: readonly Follow[] }) {
  const [chosen, setChosen] = useState<string[]>([]);
  const [isComparing, setComparing] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const countBefore = useRef(follows.length);
  useEffect(() => {
    const root = heading.current?.getRootNode();
    const focused = root instanceof ShadowRoot ? root.activeElement : document.activeElement;
    const isFocusLost = focused === null || focused === document.body;
    // What is followed no more takes its buttons along.
    if (follows.length < countBefore.current && isFocusLost) heading.current?.focus();
    countBefore.current = follows.length;
  }, [follows.length]);
  const groups = [...followStatuses, undefined].flatMap((status) => {
    const members = follows.filter((follow) => follow.status === status);
    return members.length > 0 ? [{ status, members }] : [];
  });
  const compared = follows.flatMap(({ id, row }) => (row && chosen.includes(id) ? [row] : []));
  return (
    <section aria-labelledby="followed-title">
      <h3 ref={heading} id="followed-title" tabIndex={-1} className="section-title">
        {t("followed")}
      </h3>
      {follows.length === 0 && <p className="hint">{t("followedNone")}</p>}
      {follows.length > 1 && (
        <p className="actions">
          <button
            type="button"
            className="quiet"
            disabled={compared.length < 2}
            onClick={() => setComparing(true)}
          >
            {t("compare", formatCount(compared.length))}
          </button>
          <span className="help">{t("compareHelp", compareAtMost)}</span>
        </p>
      )}
      {groups.map(({ status, members }) => (
        <div key={status ?? "none"}>
          <h4 className="digest-title">
            {status ? t(followStatusNames[status]) : t("statusNone")}
          </h4>
          <ul className="results">
            {members.map((follow) => (
              <FollowedCard
                key={follow.id}
                follow={follow}
                isChosen={chosen.includes(follow.id)}
                mayChoose={chosen.length < compareAtMost}
                choose={(isChosen) =>
                  setChosen(
                    isChosen
                      ? [...chosen, follow.id]
                      : chosen.filter((other) => other !== follow.id),
                  )
                }
              />
            ))}
          </ul>
        </div>
      ))}
      {isComparing && <Compare rows={compared} close={() => setComparing(false)} />}
    </section>
  );
}

interface FollowedCardProps {
  follow: Follow;
  isChosen: boolean;
  mayChoose: boolean;
  choose: (isChosen: boolean) => void;
}

function FollowedCard({ follow, isChosen, mayChoose, choose }: FollowedCardProps) {
  const { id, row, note } = follow;
  const title = row ? titleOf(row) : t("followedUnknown", id);
  return (
    <li className="result">
      {row ? <ProcedureLink row={row} /> : <p>{title}</p>}
      {note !== "" && <p className="note-text">{note}</p>}
      <FollowControls id={id} title={title} follow={follow} />
      {row && (
        <RowChoice
          label={t("compareChoose")}
          spoken={t("compareThis", title)}
          isChosen={isChosen}
          mayChoose={mayChoose}
          choose={choose}
        />
      )}
      {row && <RowActions row={row} />}
    </li>
  );
}
