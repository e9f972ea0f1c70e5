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
      const keystrokes = await timeKeystrokes(page);
      const inside = await stage.openInside();
      const { index, scan } = await inside.evaluate(
        (texts) => globalThis.inExtension.compare(texts, 5),
        prefixes,
      );
      const name = size.toLocaleString("en");
      const quantile = (share: number) => quantileOf(keystrokes, share);
      figures.push(
        {
          name: `P7 keystroke to rows, p95, ${name}`,
          value: quantile(0.95),
          unit: "ms",
          goal: 8,
          detail: `median ${median(keystrokes).toFixed(1)} ms of ${keystrokes.length} keystrokes`,
        },
        {
          name: `P7 keystroke to rows, worst, ${name}`,
          value: quantile(1),
          unit: "ms",
          goal: 16,
          detail: "first keystroke after the page was opened included",
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

/** Types each query three times over. A keystroke ends when rows that answer it are in the page and laid out. */
async function timeKeystrokes(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const root = document.querySelector("#compras-abiertas, plasmo-csui")?.shadowRoot;
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
  const box = page.getByRole("searchbox", { name: "Producto o servicio" });
  await box.focus();
  for (let round = 0; round < 3; round += 1) {
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

function quantileOf(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (value === undefined) throw new RangeError("quantile of nothing");
  return value;
}
