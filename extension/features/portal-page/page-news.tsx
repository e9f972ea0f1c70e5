import { useEffect, useMemo, useRef, useState } from "react";
import type { ToldContrast } from "../../corpus/contrast-page.ts";
import { formatCount, t } from "../../overlay/i18n.ts";
import type { ListPage } from "../../overlay/use-list-page.ts";
import { useMarks } from "../../overlay/use-marks.ts";
import type { RowMark } from "../../page/row-marks.ts";
import { MarkLine } from "../mine/mark-line.tsx";
import { ProcedureLink, titleOf } from "../procedure-link.tsx";
import { RowActions } from "../row-actions.tsx";
import { PickRow } from "../taking/pick-row.tsx";
import type { Picks } from "../taking/use-picks.ts";
import { ContrastOf } from "./contrast-of.tsx";
import { describeRow, useRowMarks } from "./row-marks.tsx";

interface PageNewsProps {
  listPage: ListPage;
  /** Portal numbers of its rows, each once. */
  ids: readonly string[];
  picks: Picks;
  /** Brings the tab that this is in into sight. */
  show: () => void;
}

/** The rows that the page itself shows, to follow them and see what changed; and a mark beside each of which there is something to say. */
export function PageNews({ listPage, ids, picks, show }: PageNewsProps) {
  const [isOpen, setOpen] = useState(false);
  const [sought, seek] = useState<{ id: string }>();
  const soughtItem = useRef<HTMLLIElement>(null);
  const marks = useMarks(ids);
  const contrast = listPage.read?.isUnderstood ? listPage.read.reading.contrast : undefined;
  // Not at every keystroke: a list may have a thousand rows.
  const told = useMemo(
    () => new Map<string, ToldContrast>(contrast?.told.map((each) => [each.id, each])),
    [contrast],
  );
  const beside = useMemo(() => {
    const described = new Map<string, RowMark>();
    for (const { id } of listPage.page.rows) {
      const mark = id === undefined ? undefined : describeRow(marks.get(id), told.get(id));
      if (id !== undefined && mark !== undefined) described.set(id, mark);
    }
    return described;
  }, [listPage.page, marks, told]);
  useRowMarks(listPage.page, beside, (id) => {
    show();
    setOpen(true);
    seek({ id });
  });
  useEffect(() => {
    if (sought === undefined) return;
    soughtItem.current?.scrollIntoView({ block: "center" });
    soughtItem.current?.querySelector("a")?.focus({ preventScroll: true });
  }, [sought]);

  const known = ids.flatMap((id) => marks.get(id) ?? []);
  const newsCount = known.filter(({ changes }) => changes.length > 0).length;
  if (known.length === 0) return null;
  return (
    <details
      className="page-news"
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        {newsCount > 0
          ? t("pageNews", formatCount(known.length), formatCount(newsCount))
          : t("pageNoNews", formatCount(known.length))}
      </summary>
      {isOpen && (
        <ul className="results">
          {known.map((mark) => {
            const differing = told.get(mark.id);
            return (
              mark.row && (
                <li
                  key={mark.id}
                  className="result"
                  ref={mark.id === sought?.id ? soughtItem : undefined}
                >
                  <ProcedureLink row={mark.row} />
                  {contrast && differing && <ContrastOf told={differing} page={contrast} />}
                  <MarkLine id={mark.id} title={titleOf(mark.row)} mark={mark} />
                  <PickRow id={mark.id} title={titleOf(mark.row)} picks={picks} />
                  <RowActions row={mark.row} />
                </li>
              )
            );
          })}
        </ul>
      )}
    </details>
  );
}
