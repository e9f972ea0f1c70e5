import { type EventName, eventNames } from "../feed/event-names.ts";
import type { TenderRow } from "../feed/tender-row.ts";
import { procedureNumber } from "../mapping/procedure-number.ts";
import { describeEvent, type ProcedureEvent } from "./procedure-event.ts";

/** Where a row has the date of each event. */
export const dateKeys = {
  "junta-aclaraciones": "clarificationAt",
  apertura: "opensAt",
  fallo: "awardAt",
} as const satisfies Record<EventName, keyof TenderRow>;

/**
 * The dates that bidders attend, of a row: the same events that the feed's calendars have of the procedure, as far as the row
 * knows of their changes.
 *
 * Of a procedure that only pages of the portal have told of, nobody counts the changes, so the count is handed in; and its
 * events are other ones than those of the feed, if that ever has it: the UID says `sin-publicar` where the prefix of the
 * ocid would stand, since an ocid is given by whoever publishes. It stays the same as long as the portal's number does.
 *
 * @param sequence for events of which the row counts no changes.
 */
export function eventsOfRow(row: TenderRow, sequence = 0): ProcedureEvent[] {
  const { id, ocid, buyerName, title, status } = row;
  const number = procedureNumber({ ocid, tender: { id: row.number ?? id } });
  return eventNames.flatMap((name) => {
    const change = row.changedDates?.find(({ event }) => event === name);
    const event = describeEvent(
      name,
      { ocid, number, buyerName, title, status: row.withdrawnAt ? "withdrawn" : status },
      row[dateKeys[name]],
      change?.lastAt,
    );
    return event === undefined ? [] : [{ ...event, sequence: change?.sequence ?? sequence }];
  });
}
