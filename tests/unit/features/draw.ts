import { render } from "preact";
import { act } from "preact/test-utils";
import type { ReactElement } from "react";

/** A part of the interface, drawn into the page. */
export interface Drawn {
  /** The first element that a selector finds; throws where there is none. */
  find<Found extends HTMLElement>(selector: string): Found;
  remove(): Promise<void>;
}

/** Draws a part of the interface into the page, where it stays until it is removed. */
export async function draw(part: ReactElement): Promise<Drawn> {
  const host = document.body.appendChild(document.createElement("div"));
  await happen(() => render(part, host));
  return {
    find<Found extends HTMLElement>(selector: string): Found {
      const found = host.querySelector<Found>(selector);
      if (found === null) throw new Error(`Nothing that is drawn is ${selector}.`);
      return found;
    },
    async remove() {
      await happen(() => render(null, host));
      host.remove();
    },
  };
}

/** Has something happen, and waits until all that comes of it at once is drawn. */
export async function happen(what: () => unknown): Promise<void> {
  await act(async () => void (await what()));
  // What is drawn may ask the browser, whose answers here come within a turn.
  await act(() => new Promise<void>((resolve) => setImmediate(resolve)));
}

/** Writes into a field as a user does. */
export function write(field: HTMLInputElement | HTMLTextAreaElement, text: string): Promise<void> {
  return happen(() => {
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
