/** Whether an address names the computer that asks, and nothing that others can reach: `http://127.0.0.1:8787/`. */
export function isThisComputer(url: string): boolean {
  return /^(127\.|localhost$|\[::1\]$)/.test(new URL(url).hostname);
}
