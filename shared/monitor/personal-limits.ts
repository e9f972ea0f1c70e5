/** What the user intends with a procedure. */
export const followStatuses = ["interested", "analysing", "discarded", "submitted"] as const;
export type FollowStatus = (typeof followStatuses)[number];

/** Of the name of a saved search, in characters. */
export const nameLimit = 80;

/** Longer notes are not taken from the user; two that a backup made one may be. */
export const noteLimit = 4000;
