import * as z from "zod";
import { AmountSummary, awardedFields, ProfileCoverage } from "./supplier-profile.ts";

const Text = z.string().min(1);
const Count = z.int().nonnegative();

/** A supplier who won from a buyer. */
const BuyerSupplier = z.strictObject({
  /** The party by which releases name it. */
  party: Text,
  name: Text,
  /** Companies only. */
  rfc: Text.optional(),
  ...awardedFields,
});

/** Suppliers that a profile lists; the rest is counted. */
export const maxBuyerSuppliers = 100;

/** One buyer over all processes: what it awards, and to whom. */
export const BuyerProfile = z.strictObject({
  /** As releases name it. */
  id: Text,
  name: Text.optional(),
  /** On what the figures rest: this buyer's processes alone. */
  coverage: ProfileCoverage,
  /** Of the awards whose amount is told, a currency each; those that several won together included. */
  amounts: z.array(AmountSummary),
  /** Suppliers who won from it, all of them. */
  supplierCount: Count,
  /** By awards, most first; `maxBuyerSuppliers` at most. */
  suppliers: z.array(BuyerSupplier).max(maxBuyerSuppliers),
});
export type BuyerProfile = z.infer<typeof BuyerProfile>;

/** `compradores.json`: what there is, and in which file each buyer stands. */
export const BuyerProfiles = z.strictObject({
  schemaVersion: z.literal(1),
  title: Text,
  /** In Spanish: how to find a buyer's file. */
  uso: Text,
  coverage: ProfileCoverage,
  /** Those of which somebody tells who bid or who won. */
  buyers: Count,
  files: z.array(z.strictObject({ path: Text, buyers: Count, sha256: Text })),
});
export type BuyerProfiles = z.infer<typeof BuyerProfiles>;
