import { existsSync, readFileSync } from "node:fs";
import { Command } from "commander";
import * as z from "zod";
import { damagedArchive } from "../archive/archive-file.ts";
import { checkArchive } from "../archive/check-archive.ts";
import { StopRunError } from "../errors.ts";
import { verifyFeed } from "../publish/checksums.ts";
import { parseCitation } from "../verify/citation.ts";
import { isAddress } from "../verify/feed-lines.ts";
import { type ProvenCitation, verifyCitation } from "../verify/verify-citation.ts";

const VerifyOptions = z.object({ feed: z.string().optional(), archive: z.string().optional() });
type VerifyOptions = z.infer<typeof VerifyOptions>;

/** `compras verify`: does a citation hold, is a feed as it was published, is an archive as it was written. */
export function verifyCommand(): Command {
  return new Command("verify")
    .description("recompute the hash of a citation; without one, of a whole feed or archive")
    .argument("[citation]", "text or file with a release's permanent link and SHA-256")
    .option("--feed <place>", "folder or address of the feed (default: where the link leads)")
    .option("--archive <folder>", "archive of raw pages, to compare the page too")
    .action(async (text: string | undefined, options: unknown) => {
      const places = VerifyOptions.parse(options);
      const sentences =
        text === undefined ? await verifyWhole(places) : [await verifyText(text, places)];
      for (const sentence of sentences) process.stdout.write(`${sentence}\n`);
    });
}

async function verifyText(text: string, { feed, archive }: VerifyOptions): Promise<string> {
  const citation = parseCitation(existsSync(text) ? readFileSync(text, "utf8") : text);
  const { address } = citation;
  const place = feed ?? address.slice(0, address.lastIndexOf("releases/"));
  const root = isAddress(place) && !place.endsWith("/") ? `${place}/` : place;
  return describe(await verifyCitation(citation, root, archive));
}

function describe({ release, presentOcid, page, isPageChecked }: ProvenCitation): string {
  const sentences = [`The citation holds: ${release.id}, known since ${release.date}.`];
  if (presentOcid !== undefined) sentences.push(`The process is ${presentOcid} now.`);
  if (page === undefined)
    sentences.push("It rests on no page: the portal had none any more, or a report said it.");
  else if (isPageChecked) sentences.push(`So does its page, ${page.url} (${page.sha256}).`);
  else sentences.push(`Its page, ${page.url} (${page.sha256}), was not compared.`);
  return sentences.join(" ");
}

async function verifyWhole({ feed, archive }: VerifyOptions): Promise<string[]> {
  if (feed === undefined && archive === undefined) {
    throw new StopRunError(
      "Give a citation, or name a feed with --feed or an archive with --archive.",
    );
  }
  return [
    ...(feed === undefined ? [] : [await verifyFolder(feed)]),
    ...(archive === undefined ? [] : [await verifyArchive(archive)]),
  ];
}

async function verifyFolder(feed: string): Promise<string> {
  const { missing, extra, changed } = await verifyFeed(feed);
  const faults = Object.entries({ missing, extra, changed }).filter(
    ([, files]) => files.length > 0,
  );
  if (faults.length === 0) return `${feed}: every file is as it was published.`;
  const list = faults.map(([what, files]) => `${what}: ${files.join(", ")}`).join("; ");
  throw new StopRunError(`${feed}: not as it was published; ${list}. Publish it anew.`);
}

async function verifyArchive(archive: string): Promise<string> {
  const { runs, records, faults } = await checkArchive(archive);
  const [first] = faults;
  if (first !== undefined) throw damagedArchive(archive, first, faults.length - 1);
  return `${archive}: all ${records} records of ${runs.length} runs are as they were written.`;
}
