/** A text with those lines of another that it does not have yet at its end; lines are compared whole. */
export function joinLines(text: string, other: string): string {
  if (text === "" || other === "") return text || other;
  return [...text.split("\n"), ...listLinesBeyond(other, text)].join("\n");
}

/** The lines of a text that another does not have. */
export function listLinesBeyond(text: string, other: string): string[] {
  const known = new Set(other.split("\n"));
  return text.split("\n").filter((line) => !known.has(line));
}
