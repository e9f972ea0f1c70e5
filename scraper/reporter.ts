import cliProgress from "cli-progress";
import pino from "pino";

/** A bar that fills as pages are read. */
interface Progress {
  tick(): void;
  stop(): void;
}

/** Tells the user what goes on, on standard error: whole sentences and a bar on a terminal, one JSON line an event otherwise. */
export interface Reporter {
  event(message: string, fields?: Record<string, unknown>): void;
  warn(message: string, fields?: Record<string, unknown>): void;
  progress(title: string, total: number): Progress;
}

/** A program that waits for lines still hears something now and then. */
const progressEveryMs = 5_000;

export function createReporter(stderr: NodeJS.WriteStream = process.stderr): Reporter {
  return stderr.isTTY ? terminalReporter(stderr) : lineReporter();
}

/** Says nothing, for programs that use the scraper as a library. */
export const silentReporter: Reporter = {
  event: () => undefined,
  warn: () => undefined,
  progress: () => ({ tick: () => undefined, stop: () => undefined }),
};

function terminalReporter(stderr: NodeJS.WriteStream): Reporter {
  let bar: cliProgress.SingleBar | undefined;
  const say = (text: string): void => {
    // The bar is drawn anew below what is said.
    if (bar) stderr.write("\r\x1b[K");
    stderr.write(`${text}\n`);
  };
  const detail = (fields: Record<string, unknown> = {}): string =>
    Object.entries(fields)
      .map(
        ([name, value]) => ` ${name}=${typeof value === "string" ? value : JSON.stringify(value)}`,
      )
      .join("");
  return {
    event: (message, fields) => say(message + detail(fields)),
    warn: (message, fields) => say(`! ${message}${detail(fields)}`),
    progress: (title, total) => {
      const current = new cliProgress.SingleBar({
        stream: stderr,
        format: `${title} {bar} {value}/{total} · {eta_formatted}`,
        hideCursor: true,
      });
      bar = current;
      current.start(total, 0);
      return {
        tick: () => current.increment(),
        stop: () => {
          current.stop();
          bar = undefined;
        },
      };
    },
  };
}

function lineReporter(): Reporter {
  const log = pino(
    { base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: true }),
  );
  return {
    event: (message, fields) => log.info(fields ?? {}, message),
    warn: (message, fields) => log.warn(fields ?? {}, message),
    progress: (title, total) => {
      let done = 0;
      let saidAt = performance.now();
      return {
        tick: () => {
          done += 1;
          if (performance.now() - saidAt < progressEveryMs) return;
          saidAt = performance.now();
          log.info({ done, total }, title);
        },
        stop: () => log.info({ done, total }, title),
      };
    },
  };
}
