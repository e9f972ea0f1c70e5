import * as z from "zod";
import { registryStatuses } from "./registry-statuses.ts";

const Text = z.string().min(1);
const Instant = z.iso.datetime({ offset: true });

/** One supplier as a source's registry shows it, of what may be published. The RFC is a company's or absent: a person's is personal data. */
export const RegistryRow = z.strictObject({
  /** Stable within the feed; derived from registry number and name. */
  id: Text,
  registryNumber: Text.optional(),
  rfc: Text.optional(),
  name: Text,
  personType: z.enum(["company", "person"]).optional(),
  /** As the source spells it. */
  municipality: Text.optional(),
  activities: z.array(Text),
  registeredAt: Instant.optional(),
  validUntil: Instant.optional(),
  /** The status as the source words it. */
  statusText: Text.optional(),
});
export type RegistryRow = z.infer<typeof RegistryRow>;

/** The four situations of article 69-B of the Código Fiscal de la Federación, in the law's own words, which no other language has. */
const situations69b = ["presunto", "desvirtuado", "definitivo", "sentenciaFavorable"] as const;
export type Situation69b = (typeof situations69b)[number];

/** What the SAT's list says of a company. */
export const Listing69b = z.strictObject({
  situation: z.enum(situations69b),
  /** The day on which the list stood so, by its own title. */
  listDate: z.iso.date(),
  /** When the SAT put this situation on its page. */
  satPublishedOn: z.iso.date().optional(),
  /** When the official gazette (DOF) printed this situation. */
  gazettePublishedOn: z.iso.date().optional(),
  /** Number and date of the gazette's notice, verbatim; the SAT's where the list has none of the gazette's. */
  notice: Text.optional(),
});
export type Listing69b = z.infer<typeof Listing69b>;

/** One supplier of the registry as it is published. */
export const SupplierRow = RegistryRow.extend({
  /** `portal`: the portal's own page; `import`: a file that was taken in, which the next two tell. */
  source: z.enum(["portal", "import"]),
  importName: Text.optional(),
  importedAt: Instant.optional(),
  /** The party by which releases name it. */
  party: Text,
  /** Of the INEGI: `10005`. Absent where the text names no municipality of Durango, or more than one. */
  municipalityCode: z
    .string()
    .regex(/^10\d{3}$/)
    .optional(),
  status: z.enum(registryStatuses).optional(),
  /** Absent where the list does not name the RFC, where no list was taken in, and for persons. */
  article69b: Listing69b.optional(),
});
export type SupplierRow = z.infer<typeof SupplierRow>;
