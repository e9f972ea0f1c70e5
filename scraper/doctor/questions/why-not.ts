import { describeError } from "../../errors.ts";
import { maxRequests, type Visit } from "../visit.ts";

/** Why nothing came that a visit asked for; what `whyNotAsked` says where it did not ask. */
export function whyNotThere(visit: Visit, purpose: string, otherwise: string): string {
  const failed = visit.exchanges.find((each) => each.purpose === purpose && each.error);
  return failed ? describeError(failed.error) : whyNotAsked(visit, otherwise);
}

/** Why a visit did not ask for something that it would have asked for otherwise. */
export function whyNotAsked({ ended, requests }: Visit, otherwise: string): string {
  if (ended !== undefined) return "the visit ended before";
  return requests >= maxRequests ? "the requests of a visit were spent before" : otherwise;
}
