import { type EventName, eventNames } from "../feed/event-names.ts";
import type { TenderRow } from "../feed/tender-row.ts";
import { procedureNumber } from "../mapping/procedure-number.ts";
import type { CompiledRelease, Tender } from "../ocds/schema.ts";
import { describeEvent, type ProcedureEvent } from "./procedure-event.ts";

/** An event as the releases have told of it up to now. */
export interface ToldEvent extends ProcedureEvent {
  /** Date of the release that announced it, and of the one that last changed it. */
  announcedAt: string;
  changedAt: string;
}

const dateOf: Readonly<Record<EventName, (tender: Tender | undefined) => string | undefined>> = {
  "junta-aclaraciones": (tender) => tender?.enquiryPeriod?.endDate,
  apertura: (tender) => tender?.bidOpening?.date,
  fallo: (tender) => tender?.awardPeriod?.endDate,
};

/**
 * The dates that bidders attend, of a procedure: each that was ever announced. @param states after each release, oldest
 * first.
 */
export function eventsOfStates(states: readonly CompiledRelease[]): ToldEvent[] {
  return eventNames.flatMap((name) => {
    let event: ToldEvent | undefined;
    for (const state of states) event = followEvent(event, state, name);
    return event === undefined ? [] : [event];
  });
}

/** What a row tells of events that are not as they were announced; undefined where all are. */
export function changedDatesOf(
  events: readonly ProcedureEvent[],
  state: CompiledRelease,
): TenderRow["changedDates"] {
  const changed = events.flatMap(({ name, sequence, startsAt }) => {
    if (sequence === 0) return [];
    const isAnnounced = dateOf[name](state.tender) !== undefined;
    return [{ event: name, sequence, ...(!isAnnounced && { lastAt: startsAt }) }];
  });
  return changed.length === 0 ? undefined : changed;
}

function followEvent(
  before: ToldEvent | undefined,
  state: CompiledRelease,
  name: EventName,
): ToldEvent | undefined {
  const { ocid, date, tender, buyer } = state;
  const told = describeEvent(
    name,
    {
      ocid,
      number: procedureNumber(state),
      buyerName: buyer?.name,
      title: tender?.title,
      status: tender?.status,
    },
    dateOf[name](tender),
    before?.startsAt,
  );
  if (told === undefined) return undefined;
  if (before === undefined) return { ...told, sequence: 0, announcedAt: date, changedAt: date };
  if (isSame(before, told)) return before;
  const { sequence, announcedAt } = before;
  return { ...told, sequence: sequence + 1, announcedAt, changedAt: date };
}

function isSame(before: ToldEvent, after: Omit<ProcedureEvent, "sequence">): boolean {
  return (
    before.startsAt === after.startsAt &&
    before.summary === after.summary &&
    before.title === after.title &&
    before.cancelledBecause === after.cancelledBecause
  );
}
