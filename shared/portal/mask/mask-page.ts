import type { PageText } from "../page.ts";
import type { PortalProfile } from "../profile.ts";
import { foldRead } from "../profile-words.ts";
import { maskAll } from "./mask-text.ts";
import {
  keepForm,
  type MaskKind,
  maskPatterns,
  maskRfc,
  tokenTag,
  tokenTagReversed,
} from "./patterns.ts";
import { isPersonLabel, mayBeName, type PersonalText, personalTexts } from "./people.ts";
import { labelStart, project } from "./projection.ts";

/** A page without personal data, and how many of each kind were masked. */
export interface MaskedPage {
  html: string;
  masked: Partial<Record<MaskKind, number>>;
}

/**
 * Masks what names or reaches a person, or belongs to a session, in the source of a page, and changes nothing else: RFCs of natural
 * persons, CURPs, telephones, e-mails, names of people, addresses of machines, tokens. A mask has the form and the length of what it
 * hides, so that the page is read as before; masking a masked page changes nothing. RFCs of companies are public and stay.
 *
 * @param page what the page was read as by its definition: names are found by their labels.
 */
export function maskPage(html: string, page: PageText, profile: PortalProfile): MaskedPage {
  const masked: MaskedPage["masked"] = {};
  const projection = project(html);
  const count = (kind: MaskKind): void => {
    masked[kind] = (masked[kind] ?? 0) + 1;
  };
  const hide = (kind: MaskKind, at: number, text: string, mask = keepForm): void => {
    projection.replace(at, mask(text));
    count(kind);
  };
  let { text } = projection;
  for (const each of maskPatterns) {
    text = maskAll(text, each, (at, found) => hide(each.kind, at, found, each.mask));
  }
  if (page.labels.some((label) => /\br\.?f\.?c\b|\bcurp\b/.test(foldRead(label)))) {
    const short = { pattern: rfcWithoutEnd, mask: maskRfc };
    text = maskAll(text, short, (at, found) => hide("rfc", at, found, maskRfc));
  }
  const personal = indexTexts(personalTexts(page, profile));
  for (const [at, found, { kind, mask }] of findTexts(text, personal)) {
    if (mask(found) !== found) hide(kind, at, found, mask);
  }
  const labels = new Set(page.labels.map(foldRead));
  for (const [at, value] of findLabelled(text)) {
    if (!labels.has(foldRead(value)) && keepForm(value) !== value) hide("name", at, value);
  }
  for (const { start, source } of projection.raw) {
    maskRaw(source, personal, (kind, at, found, mask) => {
      projection.replaceSource(start + at, mask(found));
      count(kind);
    });
  }
  return { html: projection.write(), masked };
}

/** An RFC that lacks its last three characters, alone in its cell. */
const rfcWithoutEnd =
  /(?<=[\n\ue000][^\S\n]*)[A-ZÑ&?#]{4}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?=[^\S\n]*\n)/giu;

/** Texts to look for, each as its words, by the first of them. */
type TextIndex = ReadonlyMap<string, readonly { words: string[]; each: PersonalText }[]>;

function indexTexts(wanted: readonly PersonalText[]): TextIndex {
  const byFirstWord = new Map<string, { words: string[]; each: PersonalText }[]>();
  for (const each of wanted) {
    const words = wordsIn(each.text).map(([word]) => word);
    const [first = ""] = words;
    const known = byFirstWord.get(first) ?? [];
    known.push({ words, each });
    byFirstWord.set(first, known);
  }
  return byFirstWord;
}

/** Where the texts stand, each a sequence of words, whatever white space or mark of the source's language is between them. */
function findTexts(
  text: string,
  wanted: TextIndex,
): [at: number, found: string, text: PersonalText][] {
  if (wanted.size === 0) return [];
  const tokens = wordsIn(text);
  const found: [number, string, PersonalText][] = [];
  for (const [index, { 0: token, index: at }] of tokens.entries()) {
    const known = wanted
      .get(token)
      ?.find(({ words }) => words.every((word, offset) => tokens[index + offset]?.[0] === word));
    const last = tokens[index + (known?.words.length ?? 0) - 1];
    if (known && last) found.push([at, text.slice(at, last.index + last[0].length), known.each]);
  }
  return found;
}

function wordsIn(text: string): RegExpExecArray[] {
  return [...text.matchAll(/[^\s\ue000"'<>=:;,()[\]{}]+/gu)];
}

/** What stands right beside a person's label: after its colon, or in the next cell that is no label itself. */
function findLabelled(text: string): [number, string][] {
  const found: [number, string][] = [];
  const add = (at: number, value: string): void => {
    const start = at + value.length - value.trimStart().length;
    if (value.trim() !== "" && mayBeName(value)) found.push([start, value.trim()]);
  };
  const lines = [...text.matchAll(/[^\n]+/g)].filter(([line]) => line.trim() !== "");
  for (const [index, { 0: line, index: at }] of lines.entries()) {
    const colon = line.indexOf(":");
    const label = colon < 0 ? line : line.slice(0, colon);
    if (label.length > 60 || !isPersonLabel(label.replaceAll(labelStart, ""))) continue;
    const [inline = ""] = colon < 0 ? [] : line.slice(colon + 1).split("\v");
    if (inline.trim() !== "") add(at + colon + 1, inline);
    const next = lines[index + 1];
    const isCell = colon >= 0 || line.includes(labelStart);
    if (inline.trim() === "" && isCell && next && !next[0].includes(labelStart)) {
      for (const part of next[0].matchAll(/[^\v]+/g)) add(next.index + part.index, part[0]);
    }
  }
  return found;
}

/** In a script's data: `"responsable":"JUANA PÉREZ"`. The value, which may be the next property's name, is only looked at. */
const property = /["']?(?<name>[\p{L}_]{3,40})["']?\s*:\s*(?=(["'])(?<value>[^"'\\\n]{3,120})\2)/gu;

/** Tags, scripts and comments: addresses, tokens, names in a script's data, and whatever else has a form. */
function maskRaw(
  source: string,
  personal: TextIndex,
  hide: (kind: MaskKind, at: number, found: string, mask: (text: string) => string) => void,
): void {
  let text = source;
  for (const { kind, ...each } of maskPatterns) {
    text = maskAll(text, each, (at, found) => hide(kind, at, found, each.mask));
  }
  for (const [at, found, { kind, mask }] of findTexts(text, personal)) {
    if (mask(found) !== found) hide(kind, at, found, mask);
  }
  for (const { index, 0: pair, groups } of text.matchAll(property)) {
    const { name = "", value = "" } = groups ?? {};
    if (!isPersonLabel(name) || !mayBeName(value) || keepForm(value) === value) continue;
    hide("name", index + pair.length + 1, value, keepForm);
  }
  const token = tokenTag.exec(text) ?? tokenTagReversed.exec(text);
  const value = token?.groups?.quoted ?? token?.groups?.single;
  if (!token || !value || keepForm(value) === value) return;
  hide("session", token.index + token[0].lastIndexOf(value), value, keepForm);
}
