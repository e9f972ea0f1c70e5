import { t } from "../../overlay/i18n.ts";
import { RowChoice } from "../row-choice.tsx";
import type { Picks } from "./use-picks.ts";

interface PickRowProps {
  id: string;
  /** What is picked, for those who hear it. */
  title: string;
  picks: Picks;
}

/** Picks a row by hand, to take it along. */
export function PickRow({ id, title, picks: { ids, mayPickMore, pick } }: PickRowProps) {
  return (
    <RowChoice
      label={t("pick")}
      spoken={t("pickOf", title)}
      isChosen={ids.has(id)}
      mayChoose={mayPickMore}
      choose={(isPicked) => pick(id, isPicked)}
      isAside
    />
  );
}
