import * as z from "zod";

const Text = z.string().min(1);

/** Winners that are named; all are counted. */
export const maxWinners = 5;

/** In short what came of a procedure of the portal's, as the reports tell. What they do not tell is absent. */
export const ProcessAwards = z.strictObject({
  /** The portal's number. */
  id: Text,
  /** Awards that stand. */
  awards: z.int().positive(),
  winnerCount: z.int().nonnegative(),
  /** Each once; `party` is what releases name it by. */
  winners: z.array(z.strictObject({ party: Text, name: Text })).max(maxWinners),
  /** The sum of all awards, with tax. Absent where the amount of one is not told: a sum that lacks a part would be taken for the whole. */
  value: z.strictObject({ amount: z.number(), currency: Text }).optional(),
});
export type ProcessAwards = z.infer<typeof ProcessAwards>;
