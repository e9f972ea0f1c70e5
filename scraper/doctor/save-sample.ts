import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { maskRows } from "../../shared/portal/mask/mask-rows.ts";
import type { PortalProfile } from "../../shared/portal/profile.ts";
import { expectedOf, makeSample, type ReceivedPage } from "../../shared/portal/sample.ts";
import { windows1252Byte } from "../../shared/values/windows-1252.ts";
import { decodePage } from "../crawl/decode-page.ts";
import { readHtml } from "../crawl/read-page.ts";
import { describeError, StopRunError } from "../errors.ts";
import type { Examination } from "./examine.ts";
import type { SeenPage, Visit } from "./visit.ts";

/**
 * Writes what a visit saw into a folder: `<page>/<case>.html` in the layout of `fixtures/pages`, without personal data, with
 * `.expected.json` where the declared profile reads it; `perfil-propuesto.json`; `informe.json`; and rows that came as JSON under `filas/`.
 * Gives back the files that were written. Throws `StopRunError` where the folder cannot be written to.
 */
export function saveSample(
  { visit, report, proposal }: Examination,
  declared: PortalProfile,
  folder: string,
): string[] {
  const files = new Map<string, string | Uint8Array>();
  const day = report.lookedAt.slice(0, 10);
  for (const { seen, name } of pagesOf(visit)) {
    const path = `${seen.definition.id}/saved-${day}-${name}`;
    addPage(files, path, seen, visit.draft, declared);
  }
  for (const [index, { exchange, facts }] of visit.list.entries()) {
    if (facts !== undefined || exchange.fetched === undefined) continue;
    const rows: unknown = JSON.parse(new TextDecoder().decode(exchange.fetched.body));
    files.set(`filas/saved-${day}-${index}.json`, toJson(maskRows(rows)));
  }
  if (proposal !== undefined) files.set("perfil-propuesto.json", toJson(proposal));
  files.set("informe.json", toJson(maskRows(report)));
  for (const [path, content] of files) writeFile(join(folder, path), content);
  return [...files.keys()];
}

function pagesOf({ list, details, registry }: Visit): { seen: SeenPage; name: string }[] {
  return [
    ...list.map((seen, index) => ({ seen, name: String(index + 1) })),
    ...details.map((seen) => ({ seen, name: seen.id })),
    ...(registry === undefined ? [] : [{ seen: registry, name: "1" }]),
  ];
}

function addPage(
  files: Map<string, string | Uint8Array>,
  path: string,
  { exchange, definition, facts, page, url }: SeenPage,
  draft: PortalProfile,
  declared: PortalProfile,
): void {
  const { fetched } = exchange;
  if (facts === undefined || fetched === undefined) return;
  const received: ReceivedPage = {
    html: facts.html,
    page,
    definition,
    url,
    retrievedAt: fetched.retrievedAt.toISOString(),
    sha256: fetched.sha256,
    charset: fetched.charset,
  };
  const { bytes, charset } = encodeSample(received, facts.encoding, draft);
  files.set(`${path}.html`, bytes);
  const expected = expectedOf(readHtml(bytes, charset, definition, declared), definition, declared);
  if (expected !== undefined) files.set(`${path}.expected.json`, expected);
}

/** The sample in the encoding of the page. Where the note would keep readers from finding that, the note states it. */
function encodeSample(
  received: ReceivedPage,
  encoding: string,
  draft: PortalProfile,
): { bytes: Uint8Array; charset: string | undefined } {
  const isLatin = encoding === "windows-1252";
  const write = (charset: string | undefined) => {
    const { note, html } = makeSample({ ...received, charset }, draft);
    const text = note + html;
    const bytes = isLatin ? Uint8Array.from(text, windows1252Byte) : new TextEncoder().encode(text);
    return { bytes, charset, isReadAlike: decodePage(bytes, charset) === text };
  };
  const asCame = write(received.charset);
  return asCame.isReadAlike ? asCame : write(isLatin ? encoding : "utf-8");
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function writeFile(path: string, content: string | Uint8Array): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  } catch (cause) {
    throw new StopRunError(
      `${path}: cannot be written (${describeError(cause)}). Name another folder with --save.`,
      { cause },
    );
  }
}
