import type { Element } from "domhandler";
import { harmless } from "./harmless.ts";
import { forget, type Mutant } from "./mutant.ts";
import { all, details, lists, type Mutation } from "./mutation.ts";

const ad = (tag: string) =>
  `<${tag} class="anuncio">AVISO: consulte las bases en ventanilla</${tag}>`;

/** Other procedures in the form of the page's own, with texts of their own. */
function related({ $, definition }: Mutant): string {
  if (definition.holds === "record") {
    return `<dl><dt>Descripción:</dt><dd>OTRO PROCEDIMIENTO</dd><dt>Unidad Compradora:</dt><dd>999 - OTRA UNIDAD</dd><dt>Evento de Fallo:</dt><dd>2020-01-02 10:00</dd></dl>`;
  }
  const headers = $("table th")
    .toArray()
    .map((cell) => `<th>${$(cell).html()}</th>`);
  const cells = headers.map((_, column) => `<td>OTRO ${column}</td>`).slice(1);
  return `<table><tr>${headers.join("")}</tr><tr>${cells.join("")}<td><a href="/consulta/ProcedimientosDeContratacion/99999">Ver</a></td></tr></table>`;
}

export const surroundings: readonly Mutation[] = [
  {
    name: "classes and identifiers renamed",
    pages: all,
    right: 1,
    mutate: ({ $ }) => {
      for (const [index, element] of $("*").toArray().entries())
        $(element)
          .attr("class", `c${index % 7}`)
          .attr("id", `i${index}`);
      return true;
    },
  },
  {
    name: "classes and identifiers taken away",
    pages: all,
    right: 1,
    mutate: ({ $ }) => {
      $("*").removeAttr("class").removeAttr("id").removeAttr("style");
      return true;
    },
  },
  harmless("wrapped in further elements", all, (_, region) => {
    region.wrap('<section><div class="x"><div></div></div></section>');
  }),
  harmless("nested in a table that lays out the page", all, ({ $ }, region) => {
    const rows = `<tr><td>Menú</td><td>${$.html(region)}</td></tr><tr><td>Pie</td><td>Durango</td></tr>`;
    region.replaceWith(`<table>${rows}</table>`);
  }),
  harmless("without main", all, ({ $ }) => {
    for (const main of $("main").toArray()) $(main).replaceWith($(main).contents());
  }),
  harmless("with something else in main", all, ({ $ }) => {
    const own = $("main").html();
    if (own === null) return;
    $("main").html("<h1>Bienvenido</h1><p>Use el menú.</p>").after(`<div>${own}</div>`);
  }),
  harmless("pairs wrapped in div", details, ({ $ }) => {
    for (const label of $("dt").toArray()) {
      const texts = $(label).nextUntil("dt", "dd");
      if ($(label).parent().is("dl")) $(label).add(texts).wrapAll('<div class="g"></div>');
    }
  }),
  harmless("labels and texts wrapped in span", all, ({ $ }) => {
    $("dt, dd, th, td").wrapInner("<span></span>");
  }),
  harmless("a notice before and after", all, (_, region) => {
    region.before(ad("div")).after(ad("p"));
  }),
  harmless("a notice across the list", lists, (_, table) => {
    table
      .find("tr")
      .last()
      .after(`<tr><td colspan="99">${ad("div")}</td></tr>`);
  }),
  harmless("a search form above", all, (_, region) => {
    region.before(
      `<form><label>Descripción</label><input name="q"><label>Estatus</label><select><option>Publicado</option><option>Desierto</option></select><button>Buscar</button></form>`,
    );
  }),
  harmless("a copy for telephones", all, ({ $ }, region) => {
    region.before(`<div class="movil" hidden>${$.html(region)}</div>`);
  }),
  harmless("an empty copy", all, ({ $ }, region) => {
    const copy = region.clone();
    if (copy.is("dl")) copy.find("dd").empty();
    else
      copy
        .find("tr")
        .filter((_, row) => $(row).find("td").length > 0)
        .remove();
    region.before(`<div hidden>${$.html(copy)}</div>`);
  }),
  harmless(
    "a copy to be filled by a script",
    all,
    ({ $ }, region) => {
      const copy = region.clone();
      copy.find("dd, td").text("{{dato}}");
      region.before(`<div hidden>${$.html(copy)}</div>`);
    },
    0,
  ),
  harmless("other procedures below a heading", all, (mutant, region) => {
    region.after(`<h3>Procedimientos relacionados</h3>${related(mutant)}`);
  }),
  harmless("other procedures above, below a heading", all, (mutant, region) => {
    region.before(
      `<h3>Procedimientos relacionados</h3>${related(mutant)}<h3>Este procedimiento</h3>`,
    );
  }),
  harmless(
    "other procedures without a heading",
    all,
    (mutant, region) => {
      region.after(related(mutant));
    },
    0,
  ),
  harmless("other procedures in a table of a detail page", details, (_, region) => {
    region.after(
      `<table><tr><th>Número</th><th>Descripción</th><th>Unidad Compradora</th><th>Fallo</th></tr><tr><td>LP-1</td><td>OTRO</td><td>OTRA</td><td>2020-01-02</td></tr></table>` +
        `<table><tr><td>Descripción</td><td>Fallo</td></tr><tr><td>OTRO</td><td>2020-01-02</td></tr></table>`,
    );
  }),
  harmless("further labels of similar names", details, (_, list) => {
    const extra = [
      "Fecha|2020-01-02",
      "Fecha de inicio|2020-01-03",
      "Estado|Durango",
      "Unidad|PIEZA",
      "Tipo de moneda|MXN",
      "Número de partidas|12",
      "Descripción de la partida|LÁPIZ",
      "Fallo técnico|2020-01-04",
    ];
    for (const [index, pair] of extra.entries()) {
      const [label, text] = pair.split("|");
      const html = `<dt>${label}</dt><dd>${text}</dd>`;
      if (index % 2 === 0) list.prepend(html);
      else list.append(html);
    }
  }),
  harmless("further columns of similar names", lists, ({ $ }, table) => {
    for (const [label, text] of [
      ["Fecha", "2020-01-02"],
      ["Estado", "Durango"],
      ["Unidad", "PIEZA"],
      ["Partidas", "12"],
    ]) {
      for (const row of table.find("tr").toArray()) {
        const isHeader = $(row).children("th").length > 0;
        const cell = isHeader ? `<th>${label}</th>` : `<td>${text}</td>`;
        if ($(row).children().length > 1) $(row).prepend(cell);
      }
    }
  }),
  harmless(
    "a column that counts the rows",
    ["listado"],
    ({ $ }, table) => {
      for (const [index, row] of table.find("tr").toArray().entries()) {
        const cell = $(row).children("th").length > 0 ? "<th>No.</th>" : `<td>${index}</td>`;
        if ($(row).children().length > 1) $(row).prepend(cell);
      }
    },
    0.9,
  ),
  harmless(
    "a second label with another text",
    details,
    ({ $ }, list) => {
      const telling = $("dt").filter((_, label) => $(label).next("dd").text().trim() !== "");
      for (const label of telling.toArray()) {
        list.append(`<dt>${$(label).html()}</dt><dd>2020-01-02</dd>`);
      }
    },
    0,
  ),
  harmless(
    "a second column with another text",
    lists,
    ({ $ }, table) => {
      const label = table.find("th").eq(1).html() ?? "";
      for (const row of table.find("tr").toArray()) {
        const cell = $(row).children("th").length > 0 ? `<th>${label}</th>` : "<td>OTRO TEXTO</td>";
        if ($(row).children().length > 1) $(row).append(cell);
      }
    },
    0,
  ),
  harmless(
    "a header cell split in two",
    lists,
    ({ $ }, table) => {
      const header = table.find("th").eq(1);
      header.after("<th>Compradora</th>");
      $(header).text("Unidad");
    },
    0,
  ),
  harmless(
    "a row without one of its cells",
    lists,
    (mutant, table) => {
      const { $ } = mutant;
      const row = table
        .find("tr")
        .filter((_, each) => $(each).find("td").length > 2)
        .first();
      // A copy of the list that is whole says it all.
      const href = row.find("a").attr("href") ?? "";
      if (href !== "" && $("a").filter((_, link) => $(link).attr("href") === href).length > 1)
        return;
      // What the page does not print it cannot say.
      const text = row.children().eq(1).text().trim();
      const links = row
        .find("a")
        .toArray()
        .map((link) => ($(link).attr("href") ?? "").split("/").at(-1) ?? "");
      for (const [key, { original }] of mutant.truth) {
        for (const [field, said] of original)
          if (said === text && links.includes(key)) forget(mutant, field, key);
        // Without its link a row leads to no procedure, and is counted as such.
        if (row.children().eq(1).find("a").length > 0 && links.includes(key)) {
          mutant.truth.delete(key);
        }
      }
      row.children().eq(1).remove();
    },
    0,
  ),
  harmless(
    "two cells of each row in one",
    lists,
    ({ $ }, table) => {
      for (const row of table.find("tr").toArray()) {
        const cells = $(row).children("td");
        if (cells.length < 3) continue;
        cells
          .eq(0)
          .append(` ${cells.eq(1).html()}`)
          .attr("colspan", "2");
        cells.eq(1).remove();
      }
    },
    0,
  ),
  harmless(
    "a label over two cells",
    details,
    ({ $ }, list) => {
      const rows = list
        .children("dt")
        .toArray()
        .map((label, index) => {
          const text = $(label).nextUntil("dt", "dd").html() ?? "";
          return index === 1
            ? `<tr><td>Unidad</td><td>Compradora:</td><td>${text}</td></tr>`
            : `<tr><td>${$(label).html()}</td><td>${text}</td></tr>`;
        });
      $("dl").remove();
      $("main, body")
        .first()
        .append(`<table>${rows.join("")}</table>`);
    },
    0,
  ),
  harmless("texts with entities", all, ({ $ }) => {
    const encode = (element: Element) => {
      for (const child of element.children) {
        if (child.type === "text")
          child.data = child.data.replace(/[\u00c0-\u00ff]/g, (char) => `&#${char.charCodeAt(0)};`);
        else if (child.type === "tag") encode(child);
      }
    };
    // cheerio writes the ampersand as an entity: these letters are encoded twice.
    for (const element of $("dt, dd, th, td").toArray()) encode(element);
  }),
];
