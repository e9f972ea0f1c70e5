import type { LabelText } from "../page.ts";
import type { Anchors } from "./anchors.ts";
import type { Tree } from "./tree.ts";

/** One record's worth of pairs, and the element that it was found in. */
export interface FoundEntry<Node> {
  pairs: LabelText[];
  node: Node;
}

/** A region of a page that may be what the page is about. */
export interface Candidate<Node> {
  /** The element that it is taken from; no later strategy looks into it. */
  node: Node;
  /** An element that every heading above the region stands before. */
  start: Node;
  /** Labels found, also where there is no entry: an empty table still has its header row. */
  labels: string[];
  entries: FoundEntry<Node>[];
  /** Labels that somebody knows, and of which nobody can say which text is theirs. */
  stray?: string[];
  /** Set where nothing else can be made of the element, though nobody knows its labels. */
  isWhole?: boolean;
  /** Set where header cells name the labels. */
  hasHeader?: boolean;
  /** Why nothing of it may be taken. */
  conflict?: string;
}

/** One way in which portals set labels and texts beside each other. To add one, add its file and its place in `strategies.ts`. */
export interface Strategy {
  /** As `compat.json` and `salud.json` name it. */
  name: string;
  /** Every region that is laid out that way. @param taken elements that are not to be read: an earlier strategy has read them, or they are about something else. */
  find<Node>(
    tree: Tree<Node>,
    scope: Node,
    anchors: Anchors,
    taken: ReadonlySet<Node>,
  ): Candidate<Node>[];
}
