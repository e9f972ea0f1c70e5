import { PortalProfile } from "../profile.ts";

/** A line that a profile lacks, with what speaks for it. */
export interface Suggestion {
  /** Where in the profile: `["labels", "procedimiento", "fechaFallo"]`. */
  path: readonly string[];
  /** `add` to a list of the profile, or `set` in the place of what is there. */
  how: "add" | "set";
  value: string;
  /** What the value takes the place of in the list that it is added to; absent where all of it stays. */
  instead?: string;
  reason: string;
  /** `strong` goes into the proposed profile; `weak` is for a person to decide. */
  strength: "strong" | "weak";
}

/** `labels.procedimiento.fechaFallo += "Fecha del Fallo"`, `dateFormats += "monthFirst" in place of "dayFirst"`. */
export function writeSuggestion({ path, how, value, instead }: Suggestion): string {
  const line = `${path.join(".")} ${how === "add" ? "+=" : "="} ${JSON.stringify(value)}`;
  return instead === undefined ? line : `${line} in place of ${JSON.stringify(instead)}`;
}

/** The profile with all strong suggestions. Throws zod's error where one of them breaks the profile's schema. */
export function applySuggestions(
  profile: PortalProfile,
  suggestions: readonly Suggestion[],
): PortalProfile {
  const strong = suggestions.filter(({ strength }) => strength === "strong");
  if (strong.length === 0) return profile;
  return PortalProfile.parse(strong.reduce<unknown>(applyAt, profile));
}

function applyAt(value: unknown, suggestion: Suggestion): unknown {
  const [key, ...path] = suggestion.path;
  if (key === undefined) {
    if (suggestion.how === "set") return suggestion.value;
    const before: unknown[] = Array.isArray(value) ? value : [];
    return [...before.filter((each) => each !== suggestion.instead), suggestion.value];
  }
  const object = typeof value === "object" && value !== null ? value : {};
  const inner: unknown = Object.entries(object).find(([name]) => name === key)?.[1];
  return { ...object, [key]: applyAt(inner, { ...suggestion, path }) };
}
