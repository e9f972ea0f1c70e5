import { useEffect, useRef } from "react";
import { isWithdrawn } from "../../../shared/feed/is-withdrawn.ts";
import type { ToldContrast } from "../../corpus/contrast-page.ts";
import { t } from "../../overlay/i18n.ts";
import type { PageRows } from "../../page/page-rows.ts";
import { createRowMarks, type RowMark } from "../../page/row-marks.ts";
import type { Mark } from "../../personal/conversations.ts";
import { followStatusNames } from "../mine/follow-controls.tsx";

/**
 * Keeps marks beside the portal's own rows, in words, for as long as the panel is there.
 *
 * @param onPress is told the portal number of the row whose mark was pressed.
 */
export function useRowMarks(
  { rows }: PageRows,
  marks: ReadonlyMap<string, RowMark>,
  onPress: (id: string) => void,
): void {
  const press = useRef(onPress);
  press.current = onPress;
  const layer = useRef<ReturnType<typeof createRowMarks>>(undefined);
  useEffect(() => {
    const made = createRowMarks((id) => press.current(id));
    layer.current = made;
    return () => made.clear();
  }, []);
  useEffect(() => layer.current?.put(rows, marks), [rows, marks]);
}

/** What there is to say beside a row; undefined for one of which there is nothing. */
export function describeRow(
  mark: Mark | undefined,
  contrast: ToldContrast | undefined,
): RowMark | undefined {
  const words = [...(mark ? wordsOf(mark) : []), ...(contrast ? wordsOfContrast(contrast) : [])];
  if (words.length === 0) return undefined;
  const text = t("rowMark", words.join(" · "));
  return { words: text, label: t("rowMarkLabel", text) };
}

function wordsOf({ changes, row, follow }: Mark): string[] {
  const isNew = changes[0]?.kind === "added";
  const words: string[] = [];
  if (changes.length > 0) words.push(t(isNew ? "rowNew" : "rowChanged"));
  if (row && isWithdrawn(row)) words.push(t("rowWithdrawn"));
  if (follow?.status !== undefined) words.push(t(followStatusNames[follow.status]));
  else if (follow?.isFavourite) words.push(t("rowFollowed"));
  return words;
}

function wordsOfContrast({ verdict }: ToldContrast): string[] {
  if (verdict === "differs") return [t("rowDiffers")];
  return verdict === "newer" ? [t("rowNewer")] : [];
}
