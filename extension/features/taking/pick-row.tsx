import { t } from "../../overlay/i18n.ts";
import type { Picks } from "./use-picks.ts";

interface PickRowProps {
  id: string;
  /** What is picked, for those who hear it. */
  title: string;
  picks: Picks;
}

/** Picks a row by hand, to take it along. */
export function PickRow({ id, title, picks: { ids, mayPickMore, pick } }: PickRowProps) {
  const isPicked = ids.has(id);
  return (
    <label className="choice pick">
      <input
        type="checkbox"
        checked={isPicked}
        disabled={!isPicked && !mayPickMore}
        aria-label={t("pickOf", title)}
        onChange={({ target }) => pick(id, target.checked)}
      />
      {t("pick")}
    </label>
  );
}
