/** Whether so many of a few pages failed that it is the portal's doing: two say nothing yet. */
export function areMost(failed: number, tried: number): boolean {
  return failed > 2 && failed * 2 > tried;
}
