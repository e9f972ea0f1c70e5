import { arrival } from "./arrival.ts";
import { crawling } from "./crawling.ts";
import { type Figure, printFigures } from "./figures.ts";
import { publishingGrowth, scrapingGrowth, searchGrowth } from "./growth.ts";
import { increments } from "./increments.ts";
import { merging } from "./merging.ts";
import { opening } from "./opening.ts";
import { publishing } from "./publishing.ts";
import { reading } from "./reading.ts";
import { typing } from "./typing.ts";

/** `npm run bench [name…]`: every benchmark, or those that are named. */
const benchmarks: Readonly<Record<string, () => Promise<Figure[]>>> = {
  reading,
  crawling,
  increments,
  merging,
  publishing,
  "growth-scraping": scrapingGrowth,
  "growth-publishing": publishingGrowth,
  "growth-search": searchGrowth,
  typing,
  opening,
  arrival,
};

const names = process.argv.slice(2);
const unknown = names.filter((name) => !(name in benchmarks));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no benchmark "${unknown.join('", "')}". There are: ${Object.keys(benchmarks).join(", ")}.\n`,
  );
  process.exitCode = 2;
} else {
  const figures: Figure[] = [];
  for (const [name, run] of Object.entries(benchmarks)) {
    if (names.length > 0 && !names.includes(name)) continue;
    process.stderr.write(`${name} …\n`);
    figures.push(...(await run()));
  }
  printFigures(figures);
}
