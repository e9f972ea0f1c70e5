import { Text } from "./field.ts";
import { object } from "./object.ts";

export const Address = object(
  {
    streetAddress: Text.nullish(),
    locality: Text.nullish(),
    region: Text.nullish(),
    postalCode: Text.nullish(),
    countryName: Text.nullish(),
  },
  "countryName",
);
