/** What an element of HTML does, so far as it matters to whether it ends up just where it is written. */
type Kind =
  /** Ends a `p` that is open. */
  | "block"
  | "inline"
  /** Holds nothing but text, to its end tag. */
  | "text";

/** The elements that a plain page is made of. */
export const kinds: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ...each("block", "html head body address article aside center div dl fieldset footer form"),
  ...each("block", "h1 h2 h3 h4 h5 h6 header hr main nav ol p section ul li dt dd"),
  ...each("block", "table caption thead tbody tfoot tr td th"),
  // Word's own `o:p` is an element like any other to HTML.
  ...each("inline", "a b button em font i label legend o:p small span strong sub sup u"),
  ...each("inline", "base br img input link meta wbr"),
  ...each("text", "script style title"),
]);

/** Elements without an end tag. */
export const voids: ReadonlySet<string> = set("base br hr img input link meta wbr");

/** Elements that hold no others than these, and no text but white space: HTML would move it elsewhere. */
export const childrenOf: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["", set("html")],
  ["html", set("head body")],
  ["head", set("base link meta script style title")],
  ["table", set("caption thead tbody tfoot")],
  ["thead", set("tr")],
  ["tbody", set("tr")],
  ["tfoot", set("tr")],
  ["tr", set("td th")],
]);

/** Elements that stand in these alone; elsewhere HTML would leave them out, or end others for them. */
export const parentsOf: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["html", set("")],
  ["head", set("html")],
  ["body", set("html")],
  ["title", set("head")],
  ["caption", set("table")],
  ["thead", set("table")],
  ["tbody", set("table")],
  ["tfoot", set("table")],
  ["tr", set("thead tbody tfoot")],
  ["td", set("tr")],
  ["th", set("tr")],
  ["li", set("ul ol")],
  // Within a `dl` also in a `div` that groups them.
  ["dt", set("dl div")],
  ["dd", set("dl div")],
]);

/** None of these stands in another of its own: HTML would end the outer one, or leave out the inner one. */
export const notNested: ReadonlySet<string> = set("a button form");

function each(kind: Kind, names: string): [string, Kind][] {
  return names.split(" ").map((name) => [name, kind]);
}

function set(names: string): ReadonlySet<string> {
  return new Set(names.split(" "));
}
