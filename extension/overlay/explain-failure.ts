import { type MessageName, t } from "./i18n.ts";

/** Failures whose cause the user can do something about, by the name of the error. */
const causes: readonly { sign: RegExp; message: MessageName }[] = [
  { sign: /QuotaExceeded/, message: "failedFull" },
  { sign: /NewerDatabase/, message: "failedNewer" },
  { sign: /Extension context invalidated|Receiving end does not exist/, message: "failedUpdated" },
];

/** Why the worker gave no answer, and what to do about it. @param unknownCause what is said, with the failure as `$1`, where nothing better is known. */
export function explainFailure(failure: unknown, unknownCause: MessageName = "failed"): string {
  const text = String(failure);
  const cause = causes.find(({ sign }) => sign.test(text));
  return cause ? t(cause.message) : t(unknownCause, text);
}
