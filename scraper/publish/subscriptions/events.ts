import { procedureNumber } from "../../../shared/mapping/procedure-number.ts";
import type { CompiledRelease, Tender } from "../../../shared/ocds/schema.ts";

/** A date of a procedure, as the releases have told of it up to now. */
export interface ProcedureEvent {
  /** The same as long as the ocid is. */
  uid: string;
  /** ISO 8601 with offset. Where the date was taken back, the last that was announced. */
  startsAt: string;
  /** How many times the event has changed since it was announced. */
  sequence: number;
  /** Date of the release that announced it, and of the one that last changed it. */
  announcedAt: string;
  changedAt: string;
  summary: string;
  /** What the procedure is about; absent where the portal does not say. */
  title?: string;
  /** Why the event is off, in Spanish; absent where it is not. */
  cancelledBecause?: string;
}

const eventKinds: readonly {
  name: string;
  label: string;
  read: (tender: Tender | undefined) => string | undefined;
}[] = [
  {
    name: "junta-aclaraciones",
    label: "Junta de aclaraciones",
    read: (tender) => tender?.enquiryPeriod?.endDate,
  },
  { name: "apertura", label: "Apertura", read: (tender) => tender?.bidOpening?.date },
  { name: "fallo", label: "Fallo", read: (tender) => tender?.awardPeriod?.endDate },
];

/**
 * The dates that bidders attend, of a procedure: each that was ever announced. @param states after each release, oldest
 * first.
 */
export function eventsOf(states: readonly CompiledRelease[]): ProcedureEvent[] {
  return eventKinds.flatMap(({ name, label, read }) => {
    let event: ProcedureEvent | undefined;
    for (const state of states) event = followEvent(event, state, { name, label, read });
    return event === undefined ? [] : [event];
  });
}

function followEvent(
  before: ProcedureEvent | undefined,
  state: CompiledRelease,
  { name, label, read }: (typeof eventKinds)[number],
): ProcedureEvent | undefined {
  const { ocid, date, tender } = state;
  const announced = read(tender);
  const startsAt = announced ?? before?.startsAt;
  if (startsAt === undefined) return undefined;
  const reason = whyCancelled(tender?.status, announced);
  const event: ProcedureEvent = {
    uid: `${ocid}-${name}@compras-abiertas-durango`,
    startsAt,
    sequence: (before?.sequence ?? -1) + 1,
    announcedAt: before?.announcedAt ?? date,
    changedAt: date,
    summary: summarize(label, state),
    ...(tender?.title !== undefined && { title: tender.title }),
    ...(reason !== undefined && { cancelledBecause: reason }),
  };
  return before !== undefined && isSame(before, event) ? before : event;
}

function isSame(before: ProcedureEvent, after: ProcedureEvent): boolean {
  return (
    before.startsAt === after.startsAt &&
    before.summary === after.summary &&
    before.title === after.title &&
    before.cancelledBecause === after.cancelledBecause
  );
}

function whyCancelled(status: Tender["status"], announced: string | undefined): string | undefined {
  if (status === "withdrawn") return "El procedimiento ya no aparece en el portal.";
  if (status === "cancelled") return "El procedimiento se canceló.";
  return announced === undefined ? "El portal ya no anuncia esta fecha." : undefined;
}

function summarize(label: string, state: CompiledRelease): string {
  const parts = [label, procedureNumber(state), state.buyer?.name];
  return parts.filter((part) => part !== undefined).join(" · ");
}
