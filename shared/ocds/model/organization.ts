import * as z from "zod";
import { codelists } from "../codelists.ts";
import { Address } from "./address.ts";
import { ContactPoint } from "./contact-point.ts";
import { code, list, Text, uniqueList } from "./field.ts";
import { Identifier } from "./identifier.ts";
import { object } from "./object.ts";

/** A party of the process, in one or more roles. */
export const Organization = object(
  {
    id: Text.optional(),
    name: Text.nullish(),
    identifier: Identifier.optional(),
    additionalIdentifiers: uniqueList(Identifier).optional(),
    address: Address.optional(),
    contactPoint: ContactPoint.optional(),
    roles: list(code(codelists.partyRole)).nullish(),
    /** Whatever else is known of it; extensions say more. */
    details: z
      .record(z.string(), z.unknown())
      .refine((details) => Object.keys(details).length > 0, "an empty object")
      .nullish(),
    /** Extension clarificationMeetings: the post of an official. */
    position: Text.nullish(),
  },
  "name",
);
