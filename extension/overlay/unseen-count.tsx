import { formatCount, t } from "./i18n.ts";

/** Behind a name: how much there is that was not seen yet. Nothing is said of none. */
export function UnseenCount({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <>
      {" "}
      <span className="unseen-count">{formatCount(count)}</span>
      <span className="unseen"> {t("unseen")}</span>
    </>
  );
}
