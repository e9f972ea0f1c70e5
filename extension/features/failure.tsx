import { t } from "../overlay/i18n.ts";

/** Says that a question to the worker failed, and what to do. */
export function Failure({ reason }: { reason: string }) {
  return (
    <p className="notice bad" role="alert">
      {t("failed", reason)}
    </p>
  );
}
