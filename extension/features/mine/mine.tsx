import { memo, useEffect } from "react";
import { ask } from "../../messages.ts";
import { t } from "../../overlay/i18n.ts";
import { useAnswer } from "../../overlay/use-answer.ts";
import { pageInSight } from "../../page/at-rest.ts";
import { Failure } from "../failure.tsx";
import { DigestList } from "./digest.tsx";
import { Followed } from "./followed.tsx";
import { SavedSearches } from "./saved-searches.tsx";

interface MineProps {
  /** Whether the user sees it: what is seen need not be told by the badge any more. */
  isShown: boolean;
  /** Puts a saved search to use. */
  open: (filter: string) => void;
  /** Empty where there is none, and while this is not seen: it would be drawn anew with every letter typed. */
  filterInUse: string;
}

/** What belongs to the user: what is new of it, the saved searches, and what is followed. */
export const Mine = memo(function Mine({ isShown, open, filterInUse }: MineProps) {
  const { answer, failure } = useAnswer("mine", isShown ? {} : undefined);
  useEffect(() => {
    if (!isShown || answer === undefined || answer.unshown === 0) return;
    const controller = new AbortController();
    // In a tab of the browser that is behind another one, nobody has seen it.
    void pageInSight(controller.signal).then(() => ask("digestShown", { upTo: answer.stamp }));
    return () => controller.abort();
  }, [isShown, answer]);
  if (failure !== undefined) return <Failure reason={failure} />;
  if (answer === undefined) return <p className="hint">{t("loading")}</p>;
  return (
    <>
      {answer.status.readAt === undefined && <p className="notice">{t("mineWithoutFeed")}</p>}
      <DigestList answer={answer} />
      <SavedSearches searches={answer.searches} open={open} filterInUse={filterInUse} />
      <Followed follows={answer.follows} />
      <p className="actions">
        <button type="button" className="quiet" onClick={() => void ask("openOptions", {})}>
          {t("mineOptions")}
        </button>
      </p>
    </>
  );
});
