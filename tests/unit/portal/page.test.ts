import { describe, expect, it } from "vitest";
import { readHtml } from "../../../scraper/crawl/read-page.ts";
import type { PageText } from "../../../shared/portal/page.ts";
import { listado } from "../../../shared/portal/pages/listado.ts";
import { procedimiento } from "../../../shared/portal/pages/procedimiento.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";

const read = (html: string, definition: typeof listado | typeof procedimiento): PageText =>
  readHtml(new TextEncoder().encode(html), "utf-8", definition, durango);
const pairsOf = (html: string) =>
  read(html, procedimiento).entries.flatMap(({ pairs }) =>
    pairs.map(({ label, texts }) => [label, texts]),
  );
const rowsOf = (html: string) =>
  read(html, listado).entries.map(({ pairs }) => pairs.map(({ label, texts }) => [label, texts]));

describe("readPage of a definition list", () => {
  it.each<[string, string, [string, string[]][]]>([
    [
      "gives each dt its own dd, and a dt without one nothing",
      "<dl><dt>A</dt><dt>B</dt><dd>b</dd><dt>C</dt><dd></dd><dt>D</dt><dd>d</dd></dl>",
      [
        ["A", []],
        ["B", ["b"]],
        ["C", [""]],
        ["D", ["d"]],
      ],
    ],
    ["keeps every dd of a dt", "<dl><dt>A<dd>1<dd>2</dl>", [["A", ["1", "2"]]]],
    ["looks through div", "<dl><div><dt>A</dt><div><dd>1</dd></div></div></dl>", [["A", ["1"]]]],
    [
      "joins a label that br splits",
      "<dl><dt>Junta de<br>Aclaraciones:</dt><dd>x</dd></dl>",
      [["Junta de Aclaraciones:", ["x"]]],
    ],
    [
      "lets no text fall to the last label of the list before",
      "<dl><dt>A</dt></dl><dl><dd>x</dd><dt>B</dt><dd>b</dd></dl>",
      [
        ["A", []],
        ["", ["x"]],
        ["B", ["b"]],
      ],
    ],
    [
      "reads no script, style, template or noscript",
      "<dl><dt>A</dt><dd>1<script>2</script><style>3</style><template>4</template><noscript>5</noscript></dd></dl>",
      [["A", ["1"]]],
    ],
    ["reads no comment", "<dl><dt>A</dt><dd>1<!-- 2 --></dd></dl>", [["A", ["1"]]]],
    [
      "sets a space where the page breaks the line",
      "<dl><dt>A</dt><dd><p>1</p><p>2</p><b>3</b>4</dd></dl>",
      [["A", ["1 2 34"]]],
    ],
  ])("%s", (_what, html, pairs) => {
    expect(pairsOf(html)).toEqual(pairs);
  });

  it("says nothing of a page without a list", () => {
    expect(read("<title>Portal</title><p>hola", procedimiento)).toEqual({
      heading: "Portal",
      labels: [],
      entries: [],
      links: [],
      hasPasswordField: false,
    });
  });

  it("reads main alone where there is one, and names the page by its first heading", () => {
    const html =
      '<dl><dt>X</dt><dd>no</dd></dl><a href="/fuera">f</a><main><h1> El <b>título</b> </h1><dl><dt>A</dt><dd>1</dd></dl><a href="/a">Uno</a><a>sin</a></main>';
    expect(read(html, procedimiento)).toEqual({
      heading: "El título",
      labels: ["A"],
      entries: [{ pairs: [{ label: "A", texts: ["1"] }], links: [{ text: "Uno", href: "/a" }] }],
      links: [{ text: "Uno", href: "/a" }],
      hasPasswordField: false,
    });
  });

  it("sees that a page asks for a password", () => {
    expect(read('<form><input type="password"></form>', procedimiento).hasPasswordField).toBe(true);
  });
});

describe("readPage of a table", () => {
  const header = "<tr><th>A</th><th>B</th><th>C</th></tr>";

  it.each<[string, string, [string, string[]][][]]>([
    [
      "pairs cells with the header above them",
      `<table>${header}<tr><td>1<td>2<td>3</table>`,
      [
        [
          ["A", ["1"]],
          ["B", ["2"]],
          ["C", ["3"]],
        ],
      ],
    ],
    [
      "keeps a header that nobody knows, though the rows say a word that is a label elsewhere",
      `<table>${header}<tr><td>1<td>2<td>Ver</table>`,
      [
        [
          ["A", ["1"]],
          ["B", ["2"]],
          ["C", ["Ver"]],
        ],
      ],
    ],
    [
      "takes the first row for the header where no cell is one",
      "<table><tr><td>A<td>B<tr><td>1<td>2</table>",
      [
        [
          ["A", ["1"]],
          ["B", ["2"]],
        ],
      ],
    ],
    [
      "takes a notice across the table for no row",
      `<table>${header}<tr><td colspan=3>No hay registros</td></tr></table>`,
      [],
    ],
    [
      "takes further rows of header cells for no rows",
      `<table>${header}${header}<tr><td>1<td>2<td>3</tr>${header}</table>`,
      [
        [
          ["A", ["1"]],
          ["B", ["2"]],
          ["C", ["3"]],
        ],
      ],
    ],
    [
      "gives a cell across two columns to neither",
      `<table>${header}<tr><td colspan=2>12<td>3</table>`,
      [
        [
          ["A / B", ["12"]],
          ["C", ["3"]],
        ],
      ],
    ],
    [
      "gives a cell across two rows to both",
      `<table>${header}<tr><td>1<td rowspan=2>2<td>3<tr><td>4<td>6</table>`,
      [
        [
          ["A", ["1"]],
          ["B", ["2"]],
          ["C", ["3"]],
        ],
        [
          ["A", ["4"]],
          ["B", ["2"]],
          ["C", ["6"]],
        ],
      ],
    ],
    [
      "gives a header across two columns both texts",
      "<table><tr><th>A<th colspan=2>B<tr><td>1<td>2<td>3</table>",
      [
        [
          ["A", ["1"]],
          ["B", ["2", "3"]],
        ],
      ],
    ],
    [
      "keeps a cell of links that no header stands above",
      "<table><tr><th>A<th>B<tr><td>1<td>2<td><a href=x>3</a></table>",
      [
        [
          ["A", ["1"]],
          ["B", ["2"]],
          ["", ["3"]],
        ],
      ],
    ],
    [
      "gives no cell of a row that is wider than the header a label: it may be any that is too many",
      "<table><tr><th>A<th>B<tr><td>1<td>2<td>3</table>",
      [
        [
          ["", ["1"]],
          ["", ["2"]],
          ["", ["3"]],
        ],
      ],
    ],
    [
      "gives no cell of a row that is shorter than the header a label: it may be any that is missing",
      `<table>${header}<tr><td>1<td>2</table>`,
      [
        [
          ["", ["1"]],
          ["", ["2"]],
        ],
      ],
    ],
    [
      "reads odd spans as one",
      `<table>${header}<tr><td colspan=0>1<td colspan=x>2<td rowspan=-1>3</table>`,
      [
        [
          ["A", ["1"]],
          ["B", ["2"]],
          ["C", ["3"]],
        ],
      ],
    ],
    [
      "prefers the table with header cells to a longer one that lays out the page",
      `<table><tr><td>x<td>y<tr><td>x<td>y<tr><td>x<td><table>${header}<tr><td>1<td>2<td>3</table></table>`,
      [
        [
          ["A", ["1"]],
          ["B", ["2"]],
          ["C", ["3"]],
        ],
      ],
    ],
    [
      "does not take the rows of a table in a cell for its own",
      `<table>${header}<tr><td>1<td>2<td><table><tr><td>3<td>4</table></table>`,
      [
        [
          ["A", ["1"]],
          ["B", ["2"]],
          ["C", ["3 4"]],
        ],
      ],
    ],
  ])("%s", (_what, html, rows) => {
    expect(rowsOf(html)).toEqual(rows);
  });

  it("knows the labels of a table without rows", () => {
    expect(read(`<table>${header}</table>`, listado).labels).toEqual(["A", "B", "C"]);
  });
});
