import { codelists } from "../codelists.ts";
import { Classification } from "./classification.ts";
import { Amount, code, Text, TextOrInteger, Uri, uniqueList } from "./field.ts";
import { object } from "./object.ts";
import { Value } from "./value.ts";

const Unit = object(
  {
    scheme: code(codelists.unitClassificationScheme).nullish(),
    id: Text.nullish(),
    name: Text.nullish(),
    value: Value.optional(),
    uri: Uri.nullish(),
  },
  "name",
);

/** Goods, works or services: a line of a tender, an award or a contract. */
export const Item = object(
  {
    id: TextOrInteger,
    description: Text.nullish(),
    classification: Classification.optional(),
    additionalClassifications: uniqueList(Classification).optional(),
    quantity: Amount.nullish(),
    unit: Unit.optional(),
  },
  "description",
);
