import { useRef, useState } from "react";
import type { Follow } from "../../../shared/monitor/personal.ts";
import { followStatuses } from "../../../shared/monitor/personal-limits.ts";
import { formatCount, t } from "../../overlay/i18n.ts";
import { useFocusKept } from "../../overlay/use-focus-kept.ts";
import { ProcedureLink, titleOf } from "../procedure-link.tsx";
import { RowActions } from "../row-actions.tsx";
import { RowChoice } from "../row-choice.tsx";
import { RowFacts } from "../row-facts.tsx";
import { Compare, compareAtMost } from "./compare.tsx";
import { FollowControls, followStatusNames } from "./follow-controls.tsx";
import { useWhileEdited, type WhileEdited } from "./use-while-edited.ts";

/** What the user follows, by what is intended with it, and the choice of those to compare. */
export function Followed({ follows }: { follows: readonly Follow[] }) {
  const [chosen, setChosen] = useState<string[]>([]);
  const [isComparing, setComparing] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const { shown, watchCard } = useWhileEdited(follows);
  // What is followed no more takes its buttons along.
  useFocusKept(list, () => heading.current);
  const groups = [...followStatuses, undefined].flatMap((status) => {
    const members = shown.filter((follow) => follow.status === status);
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
      {/* One list for all: a card that goes to another group stays the same, with its open note and the focus. */}
      {groups.length > 0 && (
        <ul ref={list} className="results">
          {groups.flatMap(({ status, members }) => [
            <li key={`group ${status}`}>
              <h4 className="digest-title">
                {status ? t(followStatusNames[status]) : t("statusNone")}
              </h4>
            </li>,
            ...members.map((follow) => (
              <FollowedCard
                key={follow.id}
                follow={follow}
                watch={watchCard(follow.id)}
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
            )),
          ])}
        </ul>
      )}
      {isComparing && <Compare rows={compared} close={() => setComparing(false)} />}
    </section>
  );
}

interface FollowedCardProps {
  follow: Follow;
  /** What tells whether the user is in the card. */
  watch: ReturnType<WhileEdited["watchCard"]>;
  isChosen: boolean;
  mayChoose: boolean;
  choose: (isChosen: boolean) => void;
}

function FollowedCard({ follow, watch, isChosen, mayChoose, choose }: FollowedCardProps) {
  const { id, row, note } = follow;
  const title = row ? titleOf(row) : t("followedUnknown", id);
  return (
    <li className="result" {...watch}>
      {row ? <ProcedureLink row={row} /> : <p>{title}</p>}
      {row && <RowFacts row={row} />}
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
