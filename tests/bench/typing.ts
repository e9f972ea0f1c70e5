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
          detail: `${describe(overlay.seen)}, ${overlay.atOnce} of them answered in the page; with what is out of sight: ${describe(overlay.all)}; the same keys in an empty page: ${describe(plain)}`,
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

/**
 * How long each keystroke takes, in milliseconds, until what answers it in sight is laid out, and until the last of it is; each query
 * typed so many times over.
 */
async function timeKeystrokes(
  page: Page,
  rounds: number,
): Promise<Record<"seen" | "all", number[]> & { atOnce: number }> {
  const evaluate = await insideContentScript(page);
  await evaluate(watchScript);
  await typeQueries(page, rounds);
  const fault = await evaluate("globalThis.keystrokeFault");
  if (fault !== undefined) throw new Error(`The panel ${String(fault)}.`);
  return {
    seen: await evaluateTimes(evaluate, "globalThis.keystrokeTimes"),
    all: await evaluateTimes(evaluate, "globalThis.keystrokeRests"),
    atOnce: Number(await evaluate("globalThis.keystrokesAtOnce")),
  };
}

async function evaluateTimes(evaluate: Evaluate, expression: string): Promise<number[]> {
  const times = await evaluate(expression);
  if (!Array.isArray(times)) throw new TypeError("The content script kept no times.");
  return times;
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
    const question = { expression, contextId, returnByValue: true } as const;
    const { result, exceptionDetails } = await session.send("Runtime.evaluate", question);
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return result.value;
  };
}

/**
 * Runs in the page. A keystroke ends when what is in sight is as the worker's answer has it, and laid out: in its own task, where the page
 * finds it itself and the answer then changes nothing of it, or else in the task in which the answer comes. In sight are the count and
 * what stands beside it, the choices of the first group, and those of the portal's rows that reach to the window's end. What changes in
 * the page says nothing of it: an answer may be as the one before, and a text may be written anew as it was. What is out of sight
 * follows; `keystrokeRests` tells when the last of it is laid out, which is known once the next key is pressed.
 */
const watchScript = `(() => {
  const root = document.querySelector("#compras-abiertas").shadowRoot;
  const times = globalThis.keystrokeTimes = [];
  const rests = globalThis.keystrokeRests = [];
  globalThis.keystrokesAtOnce = 0;
  const layOut = () => {
    document.body.getBoundingClientRect();
    root.querySelector(".results, .hint")?.getBoundingClientRect();
    return performance.now();
  };
  const look = () => {
    const choices = root.querySelector(".choices");
    const { bottom } = choices.getBoundingClientRect();
    const texts = [root.querySelector(".summary"), ...choices.children]
      .filter((part) => part.localName !== "li" || part.getBoundingClientRect().top < bottom)
      .map(({ textContent }) => textContent);
    const said = texts.join();
    const rows = [...document.querySelectorAll("tbody tr")];
    const rects = rows.map((row) => row.getBoundingClientRect());
    const shown = [...rows.keys()].filter((at) => rects[at].height > 0);
    const seen = shown.filter((at) => rects[at].top < innerHeight);
    const reachesEnd = seen.length > 0 && rects[seen.at(-1)].bottom >= innerHeight;
    return { said, shown, seen, reachesEnd };
  };
  // Of the rows it is enough that those in sight are the first of all that are shown in the end.
  const isWhole = (before, after) =>
    before.said === after.said &&
    (before.reachesEnd || before.seen.length === after.shown.length) &&
    before.seen.every((row, place) => row === after.shown[place]);
  let pressedAt, drawn, asked = 0;
  // Of keystrokes whose answer is not drawn yet.
  const waiting = [];
  const close = () => {
    if (drawn) rests.push(drawn.until - drawn.pressedAt);
    drawn = undefined;
  };
  // A letter with an accent is put in without a key.
  addEventListener("input", close, { capture: true });
  addEventListener("keydown", (event) => {
    close();
    pressedAt = event.timeStamp;
  }, { capture: true });
  const changes = { subtree: true, childList: true, characterData: true, attributes: true };
  for (const place of [root, document.body]) {
    new MutationObserver(() => { if (drawn) drawn.until = layOut(); }).observe(place, changes);
  }
  const follow = async (question, { answer: { count } }) => {
    // More turns than the answer takes from here to the panel, within the same task.
    for (let turn = 0; turn < 100; turn += 1) await undefined;
    // One that was overtaken is not drawn: its keystroke waits for the next.
    if (question < asked) return;
    const said = root.querySelector(".count").textContent.split(" ")[0].replaceAll(",", "");
    if (said !== String(count)) globalThis.keystrokeFault = "says " + said + " where the answer is " + count;
    const until = layOut();
    const last = waiting.pop();
    drawn = { pressedAt: last.pressedAt, until };
    const isAtOnce = isWhole(last.sight, look());
    if (isAtOnce) globalThis.keystrokesAtOnce += 1;
    times.push((isAtOnce ? last.laidOut : until) - last.pressedAt);
    times.push(...waiting.splice(0).map((overtaken) => until - overtaken.pressedAt));
  };
  const { runtime } = chrome;
  const send = runtime.sendMessage.bind(runtime);
  runtime.sendMessage = async (message) => {
    if (message.topic !== "search" || pressedAt === undefined) return send(message);
    waiting.push({ pressedAt, laidOut: layOut(), sight: look() });
    pressedAt = undefined;
    const question = asked += 1;
    const answer = await send(message);
    void follow(question, answer);
    return answer;
  };
})()`;

function quantileOf(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (value === undefined) throw new RangeError("quantile of nothing");
  return value;
}
