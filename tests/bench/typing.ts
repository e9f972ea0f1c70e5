import type { Page } from "playwright-core";
import { type Figure, median } from "./figures.ts";
import { listAddress, raiseOverlay } from "./overlay-stage.ts";
import { type KeystrokeTimes, watchScript } from "./watch-keystrokes.ts";

const sizes = [1_000, 10_000, 100_000] as const;
const queries = [
  "papelería y útiles",
  "material de limpieza",
  "servicio de mantenimiento",
  "medicamento",
  "rehabilitación de techumbre",
];
/** Of all queries: fewer keystrokes would leave the p95 to four or five of them. */
const rounds = 3;
const prefixes = queries.flatMap((query) =>
  Array.from(query, (_, end) => query.slice(0, end + 1)).filter((text) => !text.endsWith(" ")),
);

/** P7: from a keystroke to laid-out rows in Chromium, those in sight, and finding them in the index over an `includes` scan of every row. */
export async function typing(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const size of sizes) {
    process.stderr.write(`typing: ${size} procedures …\n`);
    const stage = await raiseOverlay(size);
    try {
      const page = await stage.context.newPage();
      await page.goto(listAddress);
      await page.getByText(/ de [\d,]+ procedimientos$/).waitFor();
      const overlay = await timeKeystrokes(page, rounds);
      const plain = await timePlain(await stage.context.newPage());
      const inside = await stage.openInside();
      const { index, scan } = await inside.evaluate(
        (texts) => globalThis.inExtension.compare(texts, 5),
        prefixes,
      );
      const name = size.toLocaleString("en");
      figures.push(
        {
          name: `P7 keystroke to rows, p95, ${name}`,
          value: quantileOf(overlay.seen, 0.95),
          unit: "ms",
          goal: 8,
          detail: `${describe(overlay.seen)}, ${overlay.atOnce} of them answered in the page; with the counts of the choices (late ${overlay.withoutCounts} times) and what is out of sight: ${describe(overlay.all)}; the same keys in an empty page: ${describe(plain)}`,
        },
        {
          name: `P7 keystroke to rows, worst, ${name}`,
          value: quantileOf(overlay.seen, 1),
          unit: "ms",
          goal: 16,
          detail: `in an empty page ${quantileOf(plain, 1).toFixed(1)} ms; first keystroke after the page was opened included`,
        },
        {
          name: `P7 index over an includes scan, ${name}`,
          value: median(index) / median(scan),
          unit: "ratio",
          goal: 0.05,
          detail: `${median(index).toFixed(0)} ms / ${median(scan).toFixed(0)} ms for ${prefixes.length} texts`,
        },
      );
    } finally {
      await stage.strike();
    }
  }
  return figures;
}

function describe(times: readonly number[]): string {
  return `median ${median(times).toFixed(1)} ms, p95 ${quantileOf(times, 0.95).toFixed(1)} ms of ${times.length} keystrokes`;
}

/** The same keys in a page that only repeats what is typed: what a keystroke takes on this machine by itself. */
async function timePlain(empty: Page): Promise<number[]> {
  await empty.setContent("<input type='search' aria-label='Producto o servicio'><p></p>");
  await empty.evaluate(() => {
    const [said] = document.getElementsByTagName("p");
    const times: number[] = [];
    Object.assign(globalThis, { keystrokeTimes: times });
    let pressedAt: number | undefined;
    addEventListener("keydown", ({ timeStamp }) => {
      pressedAt = timeStamp;
    });
    addEventListener("input", ({ target }) => {
      // A letter with an accent is put in without a key.
      if (!said || pressedAt === undefined || !(target instanceof HTMLInputElement)) return;
      said.textContent = target.value;
      said.getBoundingClientRect();
      times.push(performance.now() - pressedAt);
      pressedAt = undefined;
    });
  });
  await typeQueries(empty, 1);
  return empty.evaluate(
    () => (globalThis as unknown as { keystrokeTimes: number[] }).keystrokeTimes,
  );
}

/** How long each keystroke takes; each query typed so many times over. */
async function timeKeystrokes(page: Page, rounds: number): Promise<KeystrokeTimes> {
  const evaluate = await insideContentScript(page);
  await evaluate(watchScript);
  await typeQueries(page, rounds);
  // After the last query all is cleared, as it was before the first: with one letter there is something to ask.
  await page.keyboard.press("a");
  return (await evaluate("globalThis.timeKeystrokes()")) as KeystrokeTimes;
}

/** From the mouse to the keys, and from the panel's edge to the field, takes a person longer than this. */
const handMs = 300;

async function typeQueries(page: Page, rounds: number): Promise<void> {
  const field = page.getByRole("searchbox", { name: "Producto o servicio" });
  await field.hover();
  await page.waitForTimeout(handMs);
  await field.click();
  await page.waitForTimeout(handMs);
  for (let round = 0; round < rounds; round += 1) {
    for (const query of queries) {
      // A person types some eight letters a second at most.
      await page.keyboard.type(query, { delay: 120 });
      await page.keyboard.press("ControlOrMeta+A");
      await page.keyboard.press("Delete", { delay: 120 });
    }
  }
}

type Evaluate = (expression: string) => Promise<unknown>;

/** Evaluates in the world of the extension's content script, whose questions to the worker the page does not see. */
async function insideContentScript(page: Page): Promise<Evaluate> {
  const session = await page.context().newCDPSession(page);
  const worlds: number[] = [];
  session.on("Runtime.executionContextCreated", ({ context: { id, origin } }) => {
    if (origin.startsWith("chrome-extension:")) worlds.push(id);
  });
  await session.send("Runtime.enable");
  const [contextId] = worlds;
  if (contextId === undefined) throw new Error("The extension runs nothing in this page.");
  return async (expression) => {
    const question = { expression, contextId, returnByValue: true, awaitPromise: true } as const;
    const { result, exceptionDetails } = await session.send("Runtime.evaluate", question);
    if (exceptionDetails)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
}

function quantileOf(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (value === undefined) throw new RangeError("quantile of nothing");
  return value;
}
