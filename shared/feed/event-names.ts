/** The dates that bidders attend, as events of a calendar are named after them. */
export const eventNames = ["junta-aclaraciones", "apertura", "fallo"] as const;
export type EventName = (typeof eventNames)[number];
