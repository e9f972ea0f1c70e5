/** Milliseconds. */
export interface KeystrokeTimes {
  /** Until the rows found, those in sight, and their number are laid out. */
  seen: number[];
  /** Until the last of what follows it is laid out, but for what waits until nobody types. */
  all: number[];
  /** How many the page answered by itself. */
  atOnce: number;
  /** Of those, how many had not yet the counts of the choices in sight when the next key was pressed. */
  withoutCounts: number;
}

/**
 * Runs in the page, and leaves `timeKeystrokes` there. A keystroke ends when the rows found and their number are as the worker has them, and
 * laid out: in its own task, where the page finds them itself, or else in the task in which the worker's answer comes. Of the rows those
 * count that reach to the window's end. What was in sight is kept at each keystroke, and the worker is asked about each text once all is
 * typed: it must not be at work meanwhile if the panel does not ask it. The counts of the choices follow, and what is out of sight; how
 * they read, and when the last of it was laid out, is known once the next key is pressed.
 */
export const watchScript = `(() => {
  const root = document.querySelector("#compras-abiertas").shadowRoot;
  const strokes = [], rests = [];
  let pressedAt, drawn, question;
  const layOut = () => {
    document.body.getBoundingClientRect();
    root.querySelector(".results, .hint")?.getBoundingClientRect();
    return performance.now();
  };
  // The first group's, as many as its box shows.
  const lookAtChoices = () => {
    const choices = root.querySelector(".choices");
    const { bottom } = choices.getBoundingClientRect();
    const inSight = [...choices.children].filter((choice) => choice.getBoundingClientRect().top < bottom);
    return inSight.map(({ textContent }) => textContent);
  };
  const look = () => {
    const rows = [...document.querySelectorAll("tbody tr")];
    const rects = rows.map((row) => row.getBoundingClientRect());
    const shown = [...rows.keys()].filter((at) => rects[at].height > 0 && rects[at].top < innerHeight);
    return {
      count: root.querySelector(".count").textContent,
      rows: shown,
      reachesEnd: shown.length > 0 && rects[shown.at(-1)].bottom >= innerHeight,
    };
  };
  const close = () => {
    if (drawn === undefined) return;
    rests.push(drawn.until - drawn.pressedAt);
    strokes.at(-1).choices = lookAtChoices();
    drawn = undefined;
  };
  // A letter with an accent is put in without a key.
  addEventListener("input", close, { capture: true });
  addEventListener("keydown", ({ timeStamp }) => {
    close();
    pressedAt = timeStamp;
  }, { capture: true });
  // The panel listens further in: what it does in this task is done.
  addEventListener("input", (event) => {
    if (pressedAt === undefined) return;
    const laidOutAt = layOut();
    strokes.push({ text: event.composedPath()[0].value, pressedAt, laidOutAt, sight: look() });
    drawn = { pressedAt, until: laidOutAt };
    pressedAt = undefined;
  });
  const changes = { subtree: true, childList: true, characterData: true, attributes: true };
  for (const place of [root, document.body]) {
    new MutationObserver(() => { if (drawn) drawn.until = layOut(); }).observe(place, changes);
  }
  const { runtime } = chrome;
  const send = runtime.sendMessage.bind(runtime);
  const follow = async ({ filter: { text } }) => {
    // More turns than the answer takes from here to the panel, within the same task.
    for (let turn = 0; turn < 100; turn += 1) await undefined;
    const last = strokes.findLastIndex((stroke) => stroke.text === text);
    const answered = { text, laidOutAt: layOut(), sight: look() };
    // One that was overtaken by this waited for it too.
    for (const stroke of strokes.slice(0, last + 1)) stroke.answered ??= answered;
  };
  runtime.sendMessage = async (message) => {
    const answer = await send(message);
    if (message.topic === "search") {
      question = message;
      void follow(message);
    }
    return answer;
  };

  const format = new Intl.NumberFormat("es-MX").format;
  // In sight are the first of the rows found, as many as fit.
  const isWhole = ({ count, rows, reachesEnd }, truth) =>
    count.startsWith(format(truth.count) + " de ") &&
    rows.every((row, place) => row === truth.rows[place]) &&
    (reachesEnd || rows.length === truth.rows.length);
  const numbersOf = (row) => [...row.querySelectorAll("a")].flatMap(({ href }) => href.match(/\\d+/g) ?? []);
  const askAbout = async (text) => {
    const { answer } = await send({ ...question, filter: { ...question.filter, text }, limit: 0 });
    const found = new Set(answer.matchesOnPage);
    const rows = [...document.querySelectorAll("tbody tr")];
    // Without a search, a row that stands for no procedure is shown too.
    const isFound = (row) => text === "" || numbersOf(row).some((number) => found.has(number));
    return {
      count: answer.count,
      choices: new Set(answer.choices.buyers.map(({ name, count }) => name + " " + format(count))),
      rows: [...rows.keys()].filter((at) => isFound(rows[at])),
    };
  };
  globalThis.timeKeystrokes = async () => {
    while (question === undefined) await new Promise((resolve) => setTimeout(resolve, 50));
    const truths = new Map();
    const seen = [];
    let atOnce = 0, withoutCounts = 0;
    for (const { text, pressedAt, laidOutAt, sight, choices, answered } of strokes) {
      if (!truths.has(text)) truths.set(text, await askAbout(text));
      if (isWhole(sight, truths.get(text))) {
        atOnce += 1;
        // After the last one no key is pressed.
        if (choices?.every((choice) => truths.get(text).choices.has(choice)) === false) withoutCounts += 1;
        seen.push(laidOutAt - pressedAt);
        continue;
      }
      if (answered === undefined) throw new Error("Of «" + text + "» the panel never showed what is found.");
      if (!truths.has(answered.text)) truths.set(answered.text, await askAbout(answered.text));
      if (!isWhole(answered.sight, truths.get(answered.text))) {
        throw new Error("What the worker answered to «" + answered.text + "» is not what the panel showed: " + JSON.stringify(answered.sight));
      }
      seen.push(answered.laidOutAt - pressedAt);
    }
    return { seen, all: rests, atOnce, withoutCounts };
  };
})(); undefined`;
