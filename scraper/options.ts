import { InvalidArgumentError, Option } from "commander";
import { durango } from "../shared/portal/profiles/durango.ts";
import { parseReadingHours, type ReadingHours } from "./crawl/reading-hours.ts";

/** The options that several commands share. Each can also be set by its `COMPRAS_*` variable and in `compras.config.json`. */

export const storeOption = () =>
  new Option("--store <file>", "the store, one SQLite file")
    .env("COMPRAS_STORE")
    .default("compras.sqlite");

export const outOption = () =>
  new Option("--out <folder>", "folder of the feed").env("COMPRAS_OUT").default("feed");

export const baseUrlOption = () =>
  new Option("--base-url <url>", "where the feed will be found; packages name it")
    .env("COMPRAS_BASE_URL")
    .default("http://127.0.0.1:8787/")
    .argParser(parseBaseUrl);

export const portalOption = (what: string) =>
  new Option("--portal <url>", `${what} (default: where its profile says)`)
    .env("COMPRAS_PORTAL")
    .argParser(parseOrigin);

export const profileOption = () =>
  new Option(
    "--profile <name|file>",
    "what the portal is: the name of one that is known, or a JSON file (docs/otro-portal.md)",
  )
    .env("COMPRAS_PROFILE")
    .default(durango.id);

export const delayOption = () =>
  new Option("--delay <ms>", "least time between two requests; be gentle with a live portal")
    .env("COMPRAS_DELAY")
    .default(2000)
    .argParser(parseCount(0));

export const timeoutOption = () =>
  new Option("--timeout <ms>", "how long the portal may be silent")
    .env("COMPRAS_TIMEOUT")
    .default(30_000)
    .argParser(parseCount(1));

export const caOption = () =>
  new Option(
    "--ca <file>",
    "certificates in PEM to trust besides the usual ones, for a portal that leaves one out of its chain",
  ).env("COMPRAS_CA");

export const contactOption = () =>
  new Option(
    "--contact <text>",
    "your address or e-mail, for the user agent and for the readers of the feed",
  )
    .env("COMPRAS_CONTACT")
    .argParser(parseContact);

export const defaultCron = "0 */6 * * *";

export const cronOption = () =>
  new Option(
    "--cron <pattern>",
    `when to run: minute, hour, day, month, weekday, in the portal's own time zone (default: ${JSON.stringify(defaultCron)})`,
  ).env("COMPRAS_CRON");

/** A whole number from `least` on. */
export function parseCount(least: number, most = Number.MAX_SAFE_INTEGER) {
  return (text: string): number => {
    const count = Number(text);
    if (/^\d+$/.test(text) && count >= least && count <= most) return count;
    const upTo = most === Number.MAX_SAFE_INTEGER ? "" : ` to ${most}`;
    throw new InvalidArgumentError(`Give a whole number from ${least}${upTo}.`);
  };
}

/** Hours of the day, such as `22-6`. */
export function parseHours(text: string): ReadingHours {
  const hours = parseReadingHours(text);
  if (hours) return hours;
  throw new InvalidArgumentError("Give two different hours from 0 to 24, such as 22-6.");
}

/** Text that fits into the header of a request. */
export const contactPattern = /^[\x21-\x7e\xa0-\xff][\x20-\x7e\xa0-\xff]*$/;

function parseContact(text: string): string {
  if (contactPattern.test(text)) return text;
  throw new InvalidArgumentError(
    "Give an e-mail or an address in one line of Latin letters; it is sent with every request.",
  );
}

/** A percentage from 0 to 100. */
export function parsePercent(text: string): number {
  const percent = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && percent <= 100) return percent;
  throw new InvalidArgumentError("Give a percentage from 0 to 100.");
}

/** The origin of an http or https address. */
function parseOrigin(text: string): string {
  const url = parseHttpUrl(text);
  if (url.pathname !== "/" || url.search !== "" || url.hash !== "") {
    throw new InvalidArgumentError(
      "Give only the scheme and the host, such as http://127.0.0.1:8788.",
    );
  }
  return url.origin;
}

/** An address that ends in a slash, so that paths can be put after it. */
function parseBaseUrl(text: string): string {
  const { href } = parseHttpUrl(text);
  return href.endsWith("/") ? href : `${href}/`;
}

function parseHttpUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol)) return url;
  throw new InvalidArgumentError("Give an address that begins with http:// or https://.");
}
