/** No packages can be made, or none that may be sent. Its message is what the user reads. */
export class PackagingError extends Error {
  override name = "PackagingError";
}

/** Runs a program of this room; a `PackagingError` ends it with one line and exit code 1. */
export function runMain(main: () => void): void {
  try {
    main();
  } catch (error) {
    if (!(error instanceof PackagingError)) throw error;
    process.stderr.write(`packaging: ${error.message}\n`);
    process.exitCode = 1;
  }
}
