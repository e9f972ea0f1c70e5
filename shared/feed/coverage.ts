import * as z from "zod";

const Text = z.string().min(1);
const Count = z.int().nonnegative();

/** How many of some procedures have a field. */
const FieldCoverage = z.strictObject({
  count: Count,
  /** From 0 to 1; absent where there is no procedure, since nothing is no share. */
  share: z.number().min(0).max(1).optional(),
});

/** What some procedures have. Those that the portal has no longer are counted apart, and their fields are not. */
const Covered = {
  /** On the portal. */
  procedures: Count,
  withdrawn: Count,
  /** By the field's id. */
  fields: z.record(Text, FieldCoverage),
};

export const CoverageGroup = z.strictObject({
  /** Absent where the portal names no buying unit. */
  buyerId: Text.optional(),
  buyerName: Text.optional(),
  /** Of publication; absent where it is not known. */
  year: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
  ...Covered,
});
export type CoverageGroup = z.infer<typeof CoverageGroup>;

/** `cobertura.json`: which share of the procedures has each field, in all and for each buying unit and year. */
export const FeedCoverage = z.strictObject({
  schemaVersion: z.literal(1),
  title: Text,
  /** The fields that are counted, named in Spanish. */
  fields: z.array(z.strictObject({ id: Text, title: Text })),
  total: z.strictObject(Covered),
  /** By the name of the unit and the year, unknown ones last. */
  groups: z.array(CoverageGroup),
});
export type FeedCoverage = z.infer<typeof FeedCoverage>;
