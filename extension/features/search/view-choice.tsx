import { type MessageName, t } from "../../overlay/i18n.ts";

const views = { list: "viewList", month: "viewMonth" } as const satisfies Record<
  string,
  MessageName
>;
export type View = keyof typeof views;

interface ViewChoiceProps {
  view: View;
  choose: (view: View) => void;
}

/** Whether what the filter finds is shown as a list or by its dates. */
export function ViewChoice({ view, choose }: ViewChoiceProps) {
  return (
    <fieldset className="presets view-choice" aria-label={t("viewAs")}>
      {/* The keys are those of the table above. */}
      {(Object.keys(views) as View[]).map((each) => (
        <button key={each} type="button" aria-pressed={each === view} onClick={() => choose(each)}>
          {t(views[each])}
        </button>
      ))}
    </fieldset>
  );
}
