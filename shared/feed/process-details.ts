import * as z from "zod";

const Text = z.string().min(1);
const Count = z.int().nonnegative();
const Instant = z.iso.datetime({ offset: true });
const Money = z.strictObject({ amount: z.number(), currency: Text });

/** A supplier as a process names it. */
const NamedSupplier = z.strictObject({
  /** The party by which releases name it. */
  party: Text,
  name: Text,
  /** Companies only. */
  rfc: Text.optional(),
});

/** Entries that each list holds; all are counted. */
export const maxDetails = 300;
const list = <Item extends z.ZodType>(item: Item) => z.array(item).max(maxDetails);

/** Who bid on a procedure of the portal's and who won it, as the reports tell. What they do not tell is absent. */
export const ProcessDetails = z.strictObject({
  /** The portal's number. */
  id: Text,
  ocid: Text,
  buyerId: Text.optional(),
  /** How sure it is that the reports speak of this procedure, from 0 to 1: the least sure of them. */
  confidence: z.number().min(0).max(1).optional(),
  counts: z.strictObject({ invited: Count, bids: Count, awards: Count }),
  invited: list(NamedSupplier),
  /** Bids and quotes; one whose amount nobody tells has no value. */
  bids: list(NamedSupplier.extend({ value: Money.optional() })),
  /** Those that stand. */
  awards: list(
    z.strictObject({
      suppliers: list(NamedSupplier),
      value: Money.optional(),
      contracts: list(
        z.strictObject({
          /** Verbatim. */
          number: Text.optional(),
          signedAt: Instant.optional(),
          startsAt: Instant.optional(),
          endsAt: Instant.optional(),
          value: Money.optional(),
          /** The signed contract's document. */
          url: z.url().optional(),
          amendments: Count,
        }),
      ),
    }),
  ),
});
export type ProcessDetails = z.infer<typeof ProcessDetails>;
