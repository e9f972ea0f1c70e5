import { explainFailure } from "../overlay/explain-failure.ts";

/** Says that a question to the worker failed, and what to do. */
export function Failure({ reason }: { reason: string }) {
  return (
    <p className="notice bad" role="alert">
      {explainFailure(reason)}
    </p>
  );
}
