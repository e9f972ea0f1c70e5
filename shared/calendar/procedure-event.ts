import type { EventName } from "../feed/event-names.ts";
import type { TenderRow } from "../feed/tender-row.ts";

/** A date of a procedure as an event of a calendar. */
export interface ProcedureEvent {
  name: EventName;
  /** The same as long as the ocid is, wherever the event is told: a calendar then moves what it has. */
  uid: string;
  /** ISO 8601 with offset. Where the date was taken back, the last that was announced. */
  startsAt: string;
  /** How many times the event has changed since it was announced. */
  sequence: number;
  summary: string;
  /** What the procedure is about; absent where the portal does not say. */
  title?: string;
  /** Why the event is off, in Spanish; absent where it is not. */
  cancelledBecause?: string;
}

/** What the events of a procedure say of it. */
interface EventProcedure {
  ocid: string;
  /** The number that the buying unit gave it; absent where none is printed. */
  number?: string | undefined;
  buyerName?: string | undefined;
  title?: string | undefined;
  status?: TenderRow["status"] | undefined;
}

const labels: Readonly<Record<EventName, string>> = {
  "junta-aclaraciones": "Junta de aclaraciones",
  apertura: "Apertura",
  fallo: "Fallo",
};

/**
 * The event of a date as it now is, but for its sequence; undefined where the date was never announced.
 *
 * @param announced the date as it is announced now. @param last the one that was announced last.
 */
export function describeEvent(
  name: EventName,
  { ocid, number, buyerName, title, status }: EventProcedure,
  announced: string | undefined,
  last: string | undefined,
): Omit<ProcedureEvent, "sequence"> | undefined {
  const startsAt = announced ?? last;
  if (startsAt === undefined) return undefined;
  const reason = whyCancelled(status, announced);
  return {
    name,
    uid: `${ocid}-${name}@compras-abiertas-durango`,
    startsAt,
    summary: [labels[name], number, buyerName].filter((part) => part !== undefined).join(" · "),
    ...(title !== undefined && { title }),
    ...(reason !== undefined && { cancelledBecause: reason }),
  };
}

function whyCancelled(
  status: TenderRow["status"],
  announced: string | undefined,
): string | undefined {
  if (status === "withdrawn") return "El procedimiento ya no aparece en el portal.";
  if (status === "cancelled") return "El procedimiento se canceló.";
  return announced === undefined ? "El portal ya no anuncia esta fecha." : undefined;
}
