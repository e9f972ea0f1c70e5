/** The later of two instants, ISO 8601 with offset. Offsets may differ, so they are not compared as texts. */
export function latestInstant(known: string | undefined, next: string): string {
  return known === undefined || Date.parse(next) > Date.parse(known) ? next : known;
}
