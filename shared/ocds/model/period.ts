import { DateTime, Integer } from "./field.ts";
import { object } from "./object.ts";

export const Period = object({
  startDate: DateTime.nullish(),
  endDate: DateTime.nullish(),
  maxExtentDate: DateTime.nullish(),
  durationInDays: Integer.nullish(),
});
