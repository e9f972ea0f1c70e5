import { repairMojibake } from "../values/mojibake.ts";
import { foldLabel } from "../values/text.ts";
import type { PortalProfile } from "./profile.ts";

/** What a label stands for. `rank` counts the spellings of its field from 0, the surest: `Estado` names a status, and a state of the republic. */
export interface KnownLabel {
  key: string;
  rank: number;
}

type Page = keyof PortalProfile["labels"];

/** The labels of a profile, folded: made once a profile, as every label of every page asks. */
interface Labels {
  /** Page → folded label → what it stands for. */
  known: Readonly<Record<Page, ReadonlyMap<string, KnownLabel>>>;
  /** What was asked before, by page and label as printed. */
  asked: Map<string, KnownLabel | undefined>;
  /** How headings begin that stand above something else. */
  foreign: readonly string[];
  /** Whether a heading does, of those asked about before. */
  askedHeadings: Map<string, boolean>;
}

const labelsOfProfiles = new WeakMap<PortalProfile, Labels>();

/** What a label of a page stands for; undefined for one that nobody knows. */
export function findLabel(
  label: string,
  page: Page,
  profile: PortalProfile,
): KnownLabel | undefined {
  const { known, asked } = labelsOf(profile);
  const question = `${page} ${label}`;
  if (asked.has(question)) return asked.get(question);
  const answer = known[page].get(foldLabelText(label));
  remember(asked, question, answer);
  return answer;
}

/** Pages repeat their labels and headings thousands of times; only texts in the place of them are many. */
function remember<Answer>(asked: Map<string, Answer>, question: string, answer: Answer): void {
  if (asked.size >= 2000) asked.clear();
  asked.set(question, answer);
}

/** Whether a heading stands above something else than what the page is about: `Procedimientos relacionados`. */
export function isForeignHeading(heading: string, profile: PortalProfile): boolean {
  const { foreign, askedHeadings } = labelsOf(profile);
  const known = askedHeadings.get(heading);
  if (known !== undefined) return known;
  const folded = foldLabelText(heading);
  const answer = foreign.some((words) => folded === words || folded.startsWith(`${words} `));
  remember(askedHeadings, heading, answer);
  return answer;
}

/**
 * A label folded for comparing: case, accents, spaces and punctuation do not matter, nor what a wrong encoding made of them. `repairText`
 * would bring the names of all entities into the content script; of these only letters of Spanish are met in labels.
 */
export function foldLabelText(label: string): string {
  const decoded = label
    .replace(/&#(\d{2,4});/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/&([a-z])(acute|tilde|uml);/gi, "$1");
  return foldLabel(repairMojibake(repairMojibake(decoded)))
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function labelsOf(profile: PortalProfile): Labels {
  let labels = labelsOfProfiles.get(profile);
  if (!labels) {
    const { listado, procedimiento, padron } = profile.labels;
    const known = {
      listado: rankLabels(listado),
      procedimiento: rankLabels(procedimiento),
      padron: rankLabels(padron),
    };
    const foreign = profile.foreignHeadings.map(foldLabelText);
    labels = { known, asked: new Map(), foreign, askedHeadings: new Map() };
    labelsOfProfiles.set(profile, labels);
  }
  return labels;
}

function rankLabels(
  synonyms: Readonly<Record<string, readonly string[]>>,
): Map<string, KnownLabel> {
  const known = new Map<string, KnownLabel>();
  for (const [key, labels] of Object.entries(synonyms)) {
    for (const [rank, label] of labels.entries()) {
      const folded = foldLabelText(label);
      if (!known.has(folded)) known.set(folded, { key, rank });
    }
  }
  return known;
}
