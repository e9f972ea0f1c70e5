import { foldLabelText } from "../../shared/portal/labels.ts";
import type { PortalProfile } from "../../shared/portal/profile.ts";
import type { Procedimiento } from "../../shared/portal/records.ts";
import { hashJson } from "../../shared/values/hash.ts";

/** A procedure of the list. */
export interface ListEntry {
  procedimiento: Procedimiento;
  /** Equal where the list says the same of the procedure: in every column, known or not, of all its rows. */
  rowHash: string;
  /** When the page of the list was received that showed it. */
  listedAt: Date;
}

/** Hashes what a row says, verbatim but for white space, without the columns that say something else every day. */
export function rowHasher({ list: { unsteady = [] } }: PortalProfile) {
  const left = new Set(unsteady.map(foldLabelText));
  return ({ original, desconocidos }: Procedimiento): string => {
    const steady = desconocidos.filter(({ etiqueta }) => !left.has(foldLabelText(etiqueta)));
    return hashJson([original, steady]);
  };
}
