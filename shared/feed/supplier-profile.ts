import * as z from "zod";
import { Listing69b } from "./supplier-row.ts";

const Text = z.string().min(1);
const Count = z.int().nonnegative();
const Amount = z.number();

/** How amounts of one currency are spread; `n` says of how many, and with `n` of 0 there is no such summary. */
export const AmountSummary = z.strictObject({
  currency: Text,
  n: z.int().positive(),
  sum: Amount,
  least: Amount,
  lowerQuartile: Amount,
  median: Amount,
  upperQuartile: Amount,
  most: Amount,
});
export type AmountSummary = z.infer<typeof AmountSummary>;

/** What was awarded. An amount that nobody tells is not 0: it is missing, and `withAmount` says how many are known. */
export const awardedFields = {
  /** Awards that stand. */
  awards: Count,
  /** Those of them whose amount is told and theirs alone. */
  withAmount: Count,
  /** A currency each. */
  amounts: z.array(AmountSummary),
};

/** A buyer from whom a supplier won. */
const ProfileBuyer = z.strictObject({
  id: Text.optional(),
  name: Text.optional(),
  ...awardedFields,
});

/** An award that a supplier won, with its contract where one is told. */
const ProfileAward = z.strictObject({
  /** Absent where nobody tells it. */
  value: z.strictObject({ amount: Amount, currency: Text }).optional(),
  /** Set where several won together: the amount is none's alone. */
  isShared: z.literal(true).optional(),
  /** Number of the contract, verbatim. */
  contract: Text.optional(),
  signedAt: z.iso.datetime({ offset: true }).optional(),
  /** The signed contract's document. */
  contractUrl: Text.optional(),
});

/** A process in which a supplier took part. */
const ProfileProcess = z.strictObject({
  ocid: Text,
  title: Text.optional(),
  buyerName: Text.optional(),
  /** The procedure's page on the portal; absent where the portal does not have it. */
  url: z.url().optional(),
  /** How: invited, bid, won. */
  parts: z.array(z.enum(["invited", "bid", "won"])),
  /** Those that it won here. */
  awards: z.array(ProfileAward),
});

/** Processes that a profile lists; the rest is counted. */
export const maxProfileProcesses = 200;

/** One supplier over all processes: who is one, `supplierParty` in shared/registry says. */
export const SupplierProfile = z.strictObject({
  /** The party by which releases name it. */
  party: Text,
  name: Text,
  /** Companies only. */
  rfc: Text.optional(),
  /** How else releases write its name. */
  otherNames: z.array(Text),
  /** Parties of the same folded name: they may be the same supplier, and are not counted together. */
  sameName: z.array(Text),
  /** Ids of its rows in the registry. */
  registry: z.array(Text),
  article69b: Listing69b.optional(),
  /** Processes to which it was invited, on which it bid, and of which it won an award. */
  invited: Count,
  bid: Count,
  won: Count,
  ...awardedFields,
  /** By awards, most first. */
  buyers: z.array(ProfileBuyer),
  /** Those that it won first, then by ocid; `maxProfileProcesses` at most. */
  processes: z.array(ProfileProcess).max(maxProfileProcesses),
});
export type SupplierProfile = z.infer<typeof SupplierProfile>;

/** On what all figures rest: of how many processes it is told who took part, who won, for how much. */
export const ProfileCoverage = z.strictObject({
  processes: Count,
  withBidders: Count,
  withAwards: Count,
  awards: Count,
  awardsWithSupplier: Count,
  awardsWithAmount: Count,
  /** Awards to several suppliers together, whose amount is no one's alone. */
  awardsShared: Count,
});
export type ProfileCoverage = z.infer<typeof ProfileCoverage>;

/** `padron/proveedores.json`: what there is, and in which file each supplier stands. */
export const SupplierProfiles = z.strictObject({
  schemaVersion: z.literal(1),
  title: Text,
  /** In Spanish: how to find a supplier's file. */
  uso: Text,
  coverage: ProfileCoverage,
  suppliers: Count,
  files: z.array(z.strictObject({ path: Text, suppliers: Count, sha256: Text })),
});
export type SupplierProfiles = z.infer<typeof SupplierProfiles>;
