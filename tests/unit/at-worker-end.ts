const cleanUps: (() => void)[] = [];

function cleanUpAll(): void {
  for (const cleanUp of cleanUps.splice(0)) cleanUp();
}

process.once("exit", cleanUpAll);
// Vitest ends its workers by this signal, at which Node runs no "exit". The second one ends the worker as the first would have.
process.once("SIGTERM", () => {
  cleanUpAll();
  process.kill(process.pid, "SIGTERM");
});

/** Has something that the tests of all files share cleaned up as the worker ends. @param cleanUp cannot wait for anything. */
export function atWorkerEnd(cleanUp: () => void): void {
  cleanUps.push(cleanUp);
}
