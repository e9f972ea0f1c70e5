import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Where a control is smaller than 24 px, or anything is at fault that axe finds under WCAG 2.2 A and AA, in words. */
export async function violations(page: Page, within: string): Promise<string[]> {
  // By way of the debugger: a page of the extension runs no script that it did not bring.
  await page.evaluate(source);
  const results = await page.evaluate(
    (selector) =>
      // The script above put `axe` there.
      (globalThis as unknown as { axe: typeof import("axe-core") }).axe.run(selector, {
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        rules: { region: { enabled: false } },
        resultTypes: ["violations"],
      }) as Promise<AxeResults>,
    within,
  );
  const faults = results.violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${target.flat().join(" ")}: ${failureSummary}`,
    ),
  );
  return [...faults, ...(await smallTargets(page, within))];
}

/** Controls of less than 24 by 24 px; links within text are exempt (WCAG 2.5.8), and so is a box whose label takes the click. */
function smallTargets(page: Page, within: string): Promise<string[]> {
  return page.evaluate((selector) => {
    const host = document.querySelector(selector);
    const root = host?.shadowRoot ?? host ?? document;
    return [...root.querySelectorAll<HTMLElement>("button, select, input, summary, textarea")]
      .filter((control) => control.checkVisibility())
      .flatMap((control) => {
        const target = control.closest("label") ?? control;
        const { width, height } = target.getBoundingClientRect();
        const name = control.getAttribute("aria-label") ?? target.innerText;
        return width < 24 || height < 24 ? [`too small: ${name} ${width} × ${height}`] : [];
      });
  }, within);
}
