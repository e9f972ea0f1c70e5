import { useState } from "react";
import { formatCount, t } from "../overlay/i18n.ts";
import { useMarks } from "../overlay/use-marks.ts";
import { MarkLine } from "./mark-line.tsx";
import { ProcedureLink, titleOf } from "./procedure-link.tsx";
import { RowActions } from "./row-actions.tsx";

/** The rows that the page itself shows, to follow them and see what changed: the portal's own table is left as it is. */
export function PageNews({ ids }: { ids: readonly string[] }) {
  const [isOpen, setOpen] = useState(false);
  const marks = useMarks(ids);
  const known = ids.flatMap((id) => marks.get(id) ?? []);
  const newsCount = known.filter(({ changes }) => changes.length > 0).length;
  if (known.length === 0) return null;
  return (
    <details className="page-news" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {newsCount > 0
          ? t("pageNews", formatCount(known.length), formatCount(newsCount))
          : t("pageNoNews", formatCount(known.length))}
      </summary>
      {isOpen && (
        <ul className="results">
          {known.map(
            (mark) =>
              mark.row && (
                <li key={mark.id} className="result">
                  <ProcedureLink row={mark.row} />
                  <MarkLine id={mark.id} title={titleOf(mark.row)} mark={mark} />
                  <RowActions row={mark.row} />
                </li>
              ),
          )}
        </ul>
      )}
    </details>
  );
}
