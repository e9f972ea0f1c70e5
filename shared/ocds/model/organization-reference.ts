import { Address } from "./address.ts";
import { ContactPoint } from "./contact-point.ts";
import { Text, TextOrInteger, uniqueList } from "./field.ts";
import { Identifier } from "./identifier.ts";
import { object } from "./object.ts";

/** Points to an item of `parties` by its `id`. All but `id` and `name` is deprecated. */
export const OrganizationReference = object({
  id: TextOrInteger.optional(),
  name: Text.nullish(),
  identifier: Identifier.optional(),
  address: Address.optional(),
  additionalIdentifiers: uniqueList(Identifier).optional(),
  contactPoint: ContactPoint.optional(),
});
