import * as z from "zod";
import { codelists } from "../codelists.ts";
import { code, list, Text } from "./field.ts";
import { object } from "./object.ts";

/** Of the extension location v1.1.5, which the extension bidOpening builds on. */
export const Location = object({
  description: Text.nullish(),
  /** By GeoJSON. */
  geometry: object({
    type: code(codelists.geometryType).nullish(),
    coordinates: list(
      z.union([z.number(), z.array(z.unknown())], "expected a number or a list"),
    ).nullish(),
  }).optional(),
  gazetteer: object({
    scheme: code(codelists.locationGazetteers).nullish(),
    identifiers: list(Text).nullish(),
  }).optional(),
  uri: Text.nullish(),
});
