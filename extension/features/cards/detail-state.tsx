import type { Detail } from "../../corpus/details.ts";
import { describeCoverage } from "../../overlay/card-words.ts";
import { explainProblem, t } from "../../overlay/i18n.ts";

interface DetailStateProps {
  detail: Detail<unknown>;
  /** Said where nobody tells anything. */
  untold: string;
}

/** Why there is nothing to show, where there is nothing; and always on what it rests. */
export function DetailState({ detail, untold }: DetailStateProps) {
  const { told, coverage, problem } = detail;
  if (problem) {
    return (
      <p className="notice warn" role="alert">
        {t("detailProblem", explainProblem(problem))}
      </p>
    );
  }
  if (coverage === undefined) return <p className="hint">{t("detailNoSource")}</p>;
  return (
    <>
      {told === undefined && <p className="hint">{untold}</p>}
      <p className="coverage">{describeCoverage(coverage)}</p>
    </>
  );
}
