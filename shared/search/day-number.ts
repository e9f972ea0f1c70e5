/** `2026-03-18…` → 20260318: an instant carries its local offset, so its first ten characters are the local day. */
export function dayNumber(instant: string | undefined): number {
  if (instant === undefined) return 0;
  return (
    Number(instant.slice(0, 4)) * 10_000 +
    Number(instant.slice(5, 7)) * 100 +
    Number(instant.slice(8, 10))
  );
}
