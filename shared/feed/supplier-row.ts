import * as z from "zod";

const Text = z.string().min(1);
const Instant = z.iso.datetime({ offset: true });

/** One supplier of the registry as it is published. The RFC is a company's or absent: a person's is personal data. */
export const SupplierRow = z.strictObject({
  /** Stable within the feed; derived from registry number and name. */
  id: Text,
  registryNumber: Text.optional(),
  rfc: Text.optional(),
  name: Text,
  personType: z.enum(["company", "person"]).optional(),
  municipality: Text.optional(),
  activities: z.array(Text),
  registeredAt: Instant.optional(),
  validUntil: Instant.optional(),
  /** The status as the portal words it. */
  statusText: Text.optional(),
});
export type SupplierRow = z.infer<typeof SupplierRow>;
