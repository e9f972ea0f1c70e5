import type { RowChange } from "../../shared/monitor/row-changes.ts";
import { durango } from "../../shared/portal/profiles/durango.ts";
import { formatInstantWords, type MessageName, t } from "../overlay/i18n.ts";

import { Explained } from "../overlay/term.tsx";

export type FieldChange = Extract<RowChange, { field: string }>;

export const fieldNames: Readonly<Record<FieldChange["field"], MessageName>> = {
  opening: "fieldOpening",
  clarification: "fieldClarification",
  award: "fieldAward",
  publication: "fieldPublication",
  status: "fieldStatus",
  title: "fieldTitle",
  number: "fieldNumber",
  buyer: "fieldBuyer",
  method: "fieldMethod",
  category: "fieldCategory",
};

/** What changed of a procedure since the user last saw it: each field with what it said before and says now. */
export function WhatChanged({ changes }: { changes: readonly RowChange[] }) {
  return (
    <ul className="changes">
      {changes.map((change) => (
        <li key={"field" in change ? change.field : change.kind}>
          {"field" in change ? <FieldMove change={change} /> : sayPresence(change)}
        </li>
      ))}
    </ul>
  );
}

function FieldMove({ change }: { change: FieldChange }) {
  const [before, after] = [spell(change, "before"), spell(change, "after")];
  return (
    <>
      <strong>
        <Explained name={fieldNames[change.field]} />
      </strong>{" "}
      {before === undefined ? t("changeBeforeUnknown") : t("changeBefore", before)}{" "}
      <b className="now">{after === undefined ? t("changeNowUnknown") : t("changeNow", after)}</b>
    </>
  );
}

function sayPresence({ kind }: Exclude<RowChange, FieldChange>): string {
  if (kind === "withdrawn") return t("changeWithdrawn");
  return kind === "returned" ? t("changeReturned") : t("changeNew");
}

/** What a field said or says, in words; undefined where it said nothing. */
export function spell(change: FieldChange, side: "before" | "after"): string | undefined {
  const values: { before?: string; after?: string } = change;
  const value = values[side];
  if (value === undefined || change.kind === "changed") return value;
  return formatInstantWords(value, durango.timeZone);
}
