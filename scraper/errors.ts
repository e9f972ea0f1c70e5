/** How a command ends. `sanityGate`: the gate that compares a feed with the last one kept it from being published. */
export const exitCodes = {
  done: 0,
  failed: 1,
  wrongUsage: 2,
  sanityGate: 3,
  portalChanged: 4,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

const exitWords: Readonly<Record<number, string>> = {
  [exitCodes.done]: "done",
  [exitCodes.failed]: "failed",
  [exitCodes.wrongUsage]: "wrong usage",
  [exitCodes.sanityGate]: "the sanity gate refused to publish",
  [exitCodes.portalChanged]: "the portal changed",
};

/** An exit code in words. */
export function describeExit(exitCode: number): string {
  return exitWords[exitCode] ?? "ended in a way that is not known";
}

/**
 * The run cannot go on: a portal that refuses or has changed, a store that cannot be used, nothing to publish.
 * Thrown from anywhere; `cli.ts` prints the message as one line and ends with `exitCode`. Nothing is published.
 */
export class StopRunError extends Error {
  override name = "StopRunError";
  readonly exitCode: ExitCode;

  constructor(message: string, options: { exitCode?: ExitCode; cause?: unknown } = {}) {
    super(message, "cause" in options ? { cause: options.cause } : undefined);
    this.exitCode = options.exitCode ?? exitCodes.failed;
  }
}

/**
 * The portal does not want to be read: 401, 403, a login, a firewall's notice, robots.txt, another host in its place. Thrown by
 * whatever meets it first; nothing is done to get around it.
 */
export class PortalRefusedError extends StopRunError {
  override name = "PortalRefusedError";
}

/** The portal cannot show that it is the portal, so nothing is read from it. Thrown by `certificate-error.ts`; `--ca` may help, and no option leaves the check out. */
export class CertificateError extends StopRunError {
  override name = "CertificateError";
}

/**
 * The run stops in order, since what its user allows is used up: the requests of the day, or the hours for reading. What was read is
 * kept, nothing is published, and the next run goes on with it. Thrown by `allowance.ts`.
 */
export class RunPausedError extends StopRunError {
  override name = "RunPausedError";
}

/**
 * What the pages of the portal say cannot be true, so that labels or dates mean something else than the profile says. Thrown over many
 * pages together; what the run held back until it could judge is not saved.
 */
export class ImplausiblePortalError extends StopRunError {
  override name = "ImplausiblePortalError";

  constructor(cause: Error) {
    super(cause.message, { exitCode: exitCodes.portalChanged, cause });
  }
}

/**
 * A request that may succeed later: a timeout, a broken connection, 429 or 5xx. Thrown by `http-client.ts`, which has then
 * tried as often as it may; the caller skips one page or, where nothing works without the page, stops the run.
 */
export class RetryableFetchError extends Error {
  override name = "RetryableFetchError";
}

/** An answer of no bytes. Thrown by `http-client.ts`, as its parent. */
export class EmptyAnswerError extends RetryableFetchError {
  override name = "EmptyAnswerError";
}

/** A page that is not to be had, however often one asks: 404, 410 and their like, or a body beyond the limit. Thrown by `http-client.ts`; the caller skips the page. */
export class SkipPageError extends Error {
  override name = "SkipPageError";
}

/** A body beyond the limit, of which nothing is kept. Thrown by `http-client.ts`, as its parent. */
export class TooLargeError extends SkipPageError {
  override name = "TooLargeError";
}

/** A page that the portal says it does not have: 404, 410, or an address that leads to another page. Thrown by `http-client.ts` and `details.ts`. */
export class PageGoneError extends SkipPageError {
  override name = "PageGoneError";
  /** When the portal said so. */
  readonly saidAt: Date;

  constructor(message: string, saidAt: Date) {
    super(message);
    this.saidAt = saidAt;
  }
}

/** The message of whatever was thrown, on one line. */
export function describeError(error: unknown): string {
  const text = error instanceof Error ? error.message || error.name : String(error);
  return text.replace(/\s*\n\s*/g, " ").trim();
}

/** The `code` that Node and SQLite put on their errors, such as `ECONNREFUSED`. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
