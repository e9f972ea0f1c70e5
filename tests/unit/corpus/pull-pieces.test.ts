import { afterEach, expect, it, vi } from "vitest";
import { pullPieces } from "../../../extension/pull-pieces.ts";

/** A port whose other end is the test's. As the browser's, it throws where it is used after its end. */
function openPort() {
  const sent: unknown[] = [];
  let hear = (_: unknown): void => undefined;
  let end = (): void => undefined;
  let isOpen = true;
  const port = {
    onMessage: { addListener: (listener: typeof hear) => (hear = listener) },
    onDisconnect: { addListener: (listener: typeof end) => (end = listener) },
    postMessage(message: unknown) {
      if (!isOpen) throw new Error("Attempting to use a disconnected port object");
      sent.push(message);
    },
    disconnect: () => {
      isOpen = false;
    },
  };
  vi.stubGlobal("chrome", { runtime: { connect: () => port } });
  return {
    sent,
    say: (message: unknown) => hear(message),
    endWorker: () => {
      isOpen = false;
      end();
    },
  };
}
afterEach(() => void vi.unstubAllGlobals());

const sum = () => {
  let total = 0;
  return ({ value, isLast }: { value: number; isLast: boolean }) => {
    total += value;
    return isLast ? total : undefined;
  };
};

it("asks for piece after piece, each in its turn, until the whole is there", async () => {
  const port = openPort();
  const turns: (() => void)[] = [];
  const whole = pullPieces("numbers", { of: "x" }, sum(), (go) => turns.push(go));
  port.say({ value: 1, isLast: false });
  expect(port.sent).toEqual([{ of: "x" }]);
  turns.shift()?.();
  expect(port.sent).toEqual([{ of: "x" }, "next"]);
  port.say({ value: 2, isLast: true });
  expect([await whole, turns]).toEqual([3, []]);
});

it("rejects where the worker ends between two pieces, and asks no more", async () => {
  const port = openPort();
  const turns: (() => void)[] = [];
  const whole = pullPieces("numbers", {}, sum(), (go) => turns.push(go));
  port.say({ value: 1, isLast: false });
  port.endWorker();
  await expect(whole).rejects.toThrow("The worker ended too soon.");
  turns.shift()?.();
  expect(port.sent).toEqual([{}]);
});

it("rejects with what the worker says is the matter", async () => {
  const port = openPort();
  const whole = pullPieces("numbers", {}, sum());
  port.say({ error: "QuotaExceededError" });
  await expect(whole).rejects.toThrow("QuotaExceededError");
});
