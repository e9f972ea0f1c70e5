// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Note } from "../../../extension/features/mine/note.tsx";
import { joinNotes } from "../../../shared/monitor/merge-follow.ts";
import { type Drawn, draw, happen, write } from "./draw.ts";

interface Change {
  before: string;
  text: string;
}

/** A worker that answers when it is told to, in the order in which it was asked, as `changeFollow` does. */
function startWorker(note = "") {
  const worker = { note, asked: [] as Change[] };
  const waiting: (() => void)[] = [];
  return {
    worker,
    keep(change: Change): Promise<string | undefined> {
      worker.asked.push(change);
      return new Promise((resolve) => {
        waiting.push(() => {
          const { before, text } = change;
          worker.note = worker.note === before ? text : joinNotes([worker.note, text]);
          resolve(worker.note);
        });
      });
    },
    answer: () => happen(() => waiting.shift()?.()),
  };
}

let drawn: Drawn;
const area = () => drawn.find<HTMLTextAreaElement>("textarea");
const rest = () => happen(() => vi.advanceTimersByTime(600));
const leave = () => happen(() => dispatchEvent(new Event("pagehide")));

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(async () => {
  await drawn.remove();
  vi.useRealTimers();
});

describe("a note", () => {
  it("is kept once the user pauses", async () => {
    const { worker, keep, answer } = startWorker();
    drawn = await draw(<Note note="" keep={keep} />);
    await write(area(), "Llamar");
    await write(area(), "Llamar a Juan");
    expect(worker.asked).toEqual([]);
    await rest();
    await answer();
    expect(worker).toEqual({
      note: "Llamar a Juan",
      asked: [{ before: "", text: "Llamar a Juan" }],
    });
  });

  it("that is written on while it is being kept takes the place of what was kept", async () => {
    const { worker, keep, answer } = startWorker();
    drawn = await draw(<Note note="" keep={keep} />);
    await write(area(), "Llamar a Juan");
    await rest();
    await write(area(), "Llamar a Pedro");
    await rest();
    await answer();
    await answer();
    expect(worker).toEqual({
      note: "Llamar a Pedro",
      asked: [
        { before: "", text: "Llamar a Juan" },
        { before: "Llamar a Juan", text: "Llamar a Pedro" },
      ],
    });
    expect(area().value).toBe("Llamar a Pedro");
  });

  it("has what another tab wrote beside it, also where it is written on meanwhile", async () => {
    const { worker, keep, answer } = startWorker();
    drawn = await draw(<Note note="" keep={keep} />);
    await write(area(), "Llamar a Juan");
    await rest();
    worker.note = "Pedir muestra";
    await write(area(), "Llamar a Juan\nVer precio");
    await rest();
    await answer();
    await answer();
    expect(worker.note).toBe("Pedir muestra\nLlamar a Juan\nVer precio");
    expect(area().value).toBe(worker.note);
  });

  it("that could not be kept is tried again at the next pause, and not before", async () => {
    const asked: Change[] = [];
    const keep = async (change: Change) => void asked.push(change);
    drawn = await draw(<Note note="" keep={keep} />);
    await write(area(), "Llamar");
    await rest();
    expect(asked).toEqual([{ before: "", text: "Llamar" }]);
    await write(area(), "Llamar a Juan");
    await rest();
    expect(asked.slice(1)).toEqual([{ before: "", text: "Llamar a Juan" }]);
  });

  it("is kept at once where the page is closed or put aside right after a letter", async () => {
    const { worker, keep } = startWorker();
    drawn = await draw(<Note note="" keep={keep} />);
    await write(area(), "Pedir muestra");
    await leave();
    expect(worker.asked).toEqual([{ before: "", text: "Pedir muestra" }]);

    const other = startWorker();
    await drawn.remove();
    drawn = await draw(<Note note="" keep={other.keep} />);
    await write(area(), "Ver precio");
    const hidden = vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
    await happen(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
    hidden.mockRestore();
    expect(other.worker.asked).toEqual([{ before: "", text: "Ver precio" }]);
  });

  it("is kept where it is taken away in the middle of a word, also while it is being kept", async () => {
    const { worker, keep, answer } = startWorker();
    drawn = await draw(<Note note="" keep={keep} />);
    await write(area(), "Llamar a Juan");
    await rest();
    await write(area(), "Llamar a Pe");
    await drawn.remove();
    await answer();
    await answer();
    expect(worker.note).toBe("Llamar a Pe");
  });

  it("does not wait for an answer that a closed page will not hear", async () => {
    const { worker, keep, answer } = startWorker();
    drawn = await draw(<Note note="" keep={keep} />);
    await write(area(), "Llamar a Juan");
    await rest();
    await write(area(), "Llamar a Pedro");
    await leave();
    expect(worker.asked).toHaveLength(2);
    await answer();
    await answer();
    expect(worker.note).toBe("Llamar a Pedro");
  });
});
