import type { Page } from "playwright-core";
import { type Figure, median } from "./figures.ts";
import { listAddress, raiseOverlay } from "./overlay-stage.ts";

const sizes = [1_000, 10_000, 100_000] as const;
const queries = [
  "papelería y útiles",
  "material de limpieza",
  "servicio de mantenimiento",
  "medicamento",
  "rehabilitación de techumbre",
];
const prefixes = queries.flatMap((query) =>
  Array.from(query, (_, end) => query.slice(0, end + 1)).filter((text) => !text.endsWith(" ")),
);

/** P7: from a keystroke to laid-out rows in Chromium, and finding them in the index over an `includes` scan of every row. */
export async function typing(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const size of sizes) {
    process.stderr.write(`typing: ${size} procedures …\n`);
    const stage = await raiseOverlay(size);
    try {
      const page = await stage.context.newPage();
      await page.goto(listAddress);
      await page.getByText(/ de [\d,]+ procedimientos$/).waitFor();
      const overlay = await timeKeystrokes(page, size === Math.max(...sizes) ? 3 : 1);
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
          value: quantileOf(overlay, 0.95),
          unit: "ms",
          goal: 8,
          detail: `${describe(overlay)}; the same keys in an empty page: ${describe(plain)}`,
        },
        {
          name: `P7 keystroke to rows, worst, ${name}`,
          value: quantileOf(overlay, 1),
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
  await empty.setContent("<input type='search' aria-label='Producto o servicio'><p class='hint'>");
  await empty.evaluate(() =>
    document.querySelector("input")?.addEventListener("input", (event) => {
      const [hint] = document.getElementsByTagName("p");
      if (hint && event.target instanceof HTMLInputElement) hint.textContent = event.target.value;
    }),
  );
  return timeKeystrokes(empty, 1);
}

/** Types each query so many times over. */
async function timeKeystrokes(page: Page, rounds: number): Promise<number[]> {
  await watchKeystrokes(page);
  await page.getByRole("searchbox", { name: "Producto o servicio" }).focus();
  for (let round = 0; round < rounds; round += 1) {
    for (const query of queries) {
      // A person types some eight letters a second at most.
      await page.keyboard.type(query, { delay: 120 });
      await page.keyboard.press("ControlOrMeta+A");
      await page.keyboard.press("Delete");
    }
  }
  return page.evaluate(
    () => (globalThis as unknown as { keystrokeTimes: number[] }).keystrokeTimes,
  );
}

/** From now on a page keeps how long each keystroke takes: it ends when what answers it is in the page and laid out. */
async function watchKeystrokes(page: Page): Promise<void> {
  await page.evaluate(() => {
    const host = document.querySelector("#compras-abiertas, plasmo-csui");
    const root = host === null ? document : host.shadowRoot;
    if (!root) throw new Error("The overlay is not there.");
    const times: number[] = [];
    let pressedAt: number | undefined;
    addEventListener(
      "keydown",
      (event) => {
        pressedAt = event.timeStamp;
      },
      { capture: true },
    );
    new MutationObserver((changes) => {
      const isOfRows = changes.some(({ target }) => {
        const element = target instanceof Element ? target : target.parentElement;
        return (
          element?.closest(".results, .count, .hint") != null ||
          element?.querySelector(".results, .hint") != null
        );
      });
      if (pressedAt === undefined || !isOfRows) return;
      root.querySelector(".results, .hint")?.getBoundingClientRect();
      times.push(performance.now() - pressedAt);
      pressedAt = undefined;
    }).observe(root, { subtree: true, childList: true, characterData: true });
    Object.assign(globalThis, { keystrokeTimes: times });
  });
}

function quantileOf(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (value === undefined) throw new RangeError("quantile of nothing");
  return value;
}
