import type { Mutant } from "./mutant.ts";
import { details, findList, findTable, hasWideCells, type Mutation, pairsOf } from "./mutation.ts";

type Pair = { label: string; text: string };

/** A detail page with its lists in another form. */
function relaid(name: string, print: (pairs: Pair[]) => string, right = 1): Mutation {
  return {
    name: `labels and texts as ${name}`,
    pages: details,
    right,
    mutate: (mutant) => {
      const list = findList(mutant);
      if (list === undefined) return false;
      const old = mutant.$("dl");
      list.before(print(pairsOf(mutant)));
      old.remove();
      return true;
    },
  };
}

const each = (print: (pair: Pair, index: number) => string) => (pairs: Pair[]) =>
  pairs.map(print).join("\n");
const halves = (print: (pairs: Pair[]) => string) => (pairs: Pair[]) => {
  const middle = Math.ceil(pairs.length / 2);
  const card = (part: Pair[], title: string) =>
    `<div class="card"><h3>${title}</h3><div class="card-body">${print(part)}</div></div>`;
  return card(pairs.slice(0, middle), "Datos generales") + card(pairs.slice(middle), "Calendario");
};
const dl = each(({ label, text }) => `<dt>${label}</dt><dd>${text}</dd>`);
const rows = each(({ label, text }) => `<tr><th>${label}</th><td>${text}</td></tr>`);

export const detailLayouts: readonly Mutation[] = [
  relaid("th and td", (pairs) => `<table>${rows(pairs)}</table>`),
  relaid(
    "td and td",
    (pairs) =>
      `<table>${each(({ label, text }) => `<tr><td>${label}</td><td>${text}</td></tr>`)(pairs)}</table>`,
  ),
  relaid(
    "td and td, text before label",
    (pairs) =>
      `<table>${each(({ label, text }) => `<tr><td>${text}</td><td>${label}</td></tr>`)(pairs)}</table>`,
  ),
  relaid("two pairs in a row, below a title", (pairs) => {
    const cells = pairs.map(({ label, text }) => `<td><b>${label}</b></td><td>${text}</td>`);
    const lines = cells.flatMap((cell, index) =>
      index % 2 === 0 ? [`<tr>${cell}${cells[index + 1] ?? "<td></td><td></td>"}</tr>`] : [],
    );
    return `<table><tr><td colspan="4">Datos generales</td></tr>${lines.join("")}</table>`;
  }),
  relaid(
    "div and div in a row each",
    each(({ label, text }) => `<div class="row"><div>${label}</div><div>${text}</div></div>`),
  ),
  relaid(
    "label and p in a group each",
    each(
      ({ label, text }) => `<div class="form-group"><label>${label}</label><p>${text}</p></div>`,
    ),
  ),
  relaid(
    "label and p in turn",
    (pairs) =>
      `<section>${each(({ label, text }) => `<label>${label}</label><p>${text}</p>`)(pairs)}</section>`,
  ),
  relaid(
    "span and span in an item each",
    (pairs) =>
      `<ul>${each(({ label, text }) => `<li><span>${label}</span> <span>${text}</span></li>`)(pairs)}</ul>`,
  ),
  relaid(
    "strong and the words behind it",
    each(({ label, text }) => `<p><strong>${label}</strong> ${text}</p>`),
  ),
  relaid(
    "strong and the words behind it, a line each",
    (pairs) =>
      `<p>${pairs.map(({ label, text }) => `<strong>${label}</strong> ${text}`).join("<br>")}</p>`,
  ),
  relaid(
    "div and div in turn",
    (pairs) =>
      `<div>${each(({ label, text }) => `<div>${label}</div><div>${text}</div>`)(pairs)}</div>`,
  ),
  relaid(
    "h4 and p in a grid",
    each(
      ({ label, text }) =>
        `<div class="grid"><div class="cell"><h4>${label}</h4><p>${text}</p></div></div>`,
    ),
  ),
  relaid(
    "two lists in cards",
    halves((pairs) => `<dl>${dl(pairs)}</dl>`),
  ),
  relaid(
    "two tables in cards",
    halves((pairs) => `<table>${rows(pairs)}</table>`),
  ),
  relaid(
    "two groups of pairs in cards",
    halves(each(({ label, text }) => `<div><label>${label}</label><span>${text}</span></div>`)),
  ),
  relaid("a list and a table in tabs", (pairs) => {
    const middle = Math.ceil(pairs.length / 2);
    return `<div role="tabpanel"><dl>${dl(pairs.slice(0, middle))}</dl></div><div role="tabpanel" hidden><table>${rows(pairs.slice(middle))}</table></div>`;
  }),
  relaid(
    "a table in the cell of a table",
    (pairs) =>
      `<table><tr><td>Menú</td><td>Inicio</td></tr><tr><td colspan="2"><table>${rows(pairs)}</table></td></tr></table>`,
  ),
  // From here on nobody could say which text belongs to which label.
  relaid(
    "a list, text before label",
    (pairs) => `<dl>${each(({ label, text }) => `<dd>${text}</dd><dt>${label}</dt>`)(pairs)}</dl>`,
    0,
  ),
  relaid(
    "a list of labels and then of texts",
    (pairs) =>
      `<dl>${each(({ label }) => `<dt>${label}</dt>`)(pairs)}${each(({ text }) => `<dd>${text}</dd>`)(pairs)}</dl>`,
    0,
  ),
  relaid(
    "a list whose labels are texts",
    (pairs) => `<dl>${each(({ label, text }) => `<dt>${text}</dt><dd>${label}</dd>`)(pairs)}</dl>`,
    0,
  ),
  relaid(
    "one row of labels above one of texts",
    (pairs) =>
      `<table><tr>${each(({ label }) => `<th>${label}</th>`)(pairs)}</tr><tr>${each(({ text }) => `<td>${text}</td>`)(pairs)}</tr></table>`,
    0,
  ),
  relaid(
    "div and div in turn, an empty one left out",
    (pairs) =>
      `<div>${each(({ label, text }, index) => (index === 1 ? `<div>${label}</div>` : `<div>${label}</div><div>${text}</div>`))(pairs)}</div>`,
    0,
  ),
  relaid(
    "text and label in a row each",
    each(({ label, text }) => `<div><div>${text}</div><div>${label}</div></div>`),
    0,
  ),
  relaid(
    "boxes to type in",
    each(
      ({ label, text }) =>
        `<div><label>${label}</label><input value="${text.replaceAll('"', "")}"></div>`,
    ),
    0,
  ),
];

/** A list page with its table in another form. */
function retabled(
  name: string,
  pages: Mutation["pages"],
  change: (mutant: Mutant, table: NonNullable<ReturnType<typeof findTable>>) => void,
  right = 1,
): Mutation {
  return {
    name: `a list as ${name}`,
    pages,
    right,
    mutate: (mutant) => {
      const table = findTable(mutant);
      if (table === undefined || hasWideCells(mutant)) return false;
      change(mutant, table);
      return true;
    },
  };
}

function headersAndRows({ $ }: Mutant, table: NonNullable<ReturnType<typeof findTable>>) {
  const header = table.find("tr").filter((_, row) => $(row).children("th").length > 2);
  const headers = header
    .first()
    .children("th")
    .toArray()
    .map((cell) => $(cell).html() ?? "");
  const body = table
    .find("tr")
    .toArray()
    .filter((row) => $(row).find("td").length > 1);
  const cells = body.map((row) =>
    $(row)
      .children("td")
      .toArray()
      .map((cell) => $(cell).html() ?? ""),
  );
  return { headers, cells };
}

/** Every row as a card. */
const carded = (name: string, print: (pairs: Pair[]) => string) =>
  retabled(name, ["listado"], (mutant, table) => {
    const { headers, cells } = headersAndRows(mutant, table);
    const cards = cells.map(
      (row) =>
        `<article>${print(row.map((text, column) => ({ label: headers[column] ?? "", text })))}</article>`,
    );
    table.replaceWith(`<div class="cards">${cards.join("")}</div>`);
  });

export const listLayouts: readonly Mutation[] = [
  retabled("a table whose header is of td", ["listado", "padron"], ({ $ }, table) => {
    for (const cell of table.find("th").toArray())
      $(cell).replaceWith(`<td>${$(cell).html()}</td>`);
  }),
  retabled("a table without thead and tbody", ["listado", "padron"], ({ $ }, table) => {
    const all = table
      .find("tr")
      .toArray()
      .map((row) => $.html(row))
      .join("");
    table.html(all);
  }),
  retabled("a table below a title", ["listado", "padron"], (_, table) => {
    const width = table.find("th").length;
    table.prepend(`<tr><th colspan="${width}">Consulta pública</th></tr>`);
  }),
  retabled("a table with search boxes below its header", ["listado", "padron"], (_, table) => {
    const width = table.find("th").length;
    table
      .find("tr")
      .first()
      .after(`<tr>${"<td><input></td>".repeat(width)}</tr>`);
  }),
  retabled("a table with two rows of header", ["listado"], ({ $ }, table) => {
    const cells = table.find("th").toArray();
    const isDate = (cell: (typeof cells)[number]) => /Publicación|Apertura/.test($(cell).text());
    const dates = cells.filter(isDate);
    const top = cells.map((cell) =>
      isDate(cell)
        ? cell === dates[0]
          ? `<th colspan="${dates.length}">Fechas</th>`
          : ""
        : `<th rowspan="2">${$(cell).html()}</th>`,
    );
    const low = dates.map((cell) => `<th>${$(cell).html()}</th>`);
    table
      .find("tr")
      .first()
      .replaceWith(`<tr>${top.join("")}</tr><tr>${low.join("")}</tr>`);
  }),
  retabled("a table with its header again in the middle", ["listado", "padron"], ({ $ }, table) => {
    const cells = table
      .find("th")
      .toArray()
      .map((cell) => `<td>${$(cell).html()}</td>`);
    table
      .find("tr")
      .last()
      .before(`<tr>${cells.join("")}</tr>`);
  }),
  carded("cards of dl", (pairs) => `<dl>${dl(pairs)}</dl>`),
  carded(
    "cards of labels and texts",
    each(({ label, text }) => `<div><label>${label}</label><span>${text}</span></div>`),
  ),
  carded("cards of small tables", (pairs) => `<table>${rows(pairs)}</table>`),
];
