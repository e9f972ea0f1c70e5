import type { Element } from "domhandler";
import type { Random } from "../../../../fixtures/practice-portal/random.ts";
import { findLabel } from "../../../../shared/portal/labels.ts";
import { durango } from "../../../../shared/portal/profiles/durango.ts";
import { forget, type Mutant } from "./mutant.ts";
import {
  all,
  details,
  findTable,
  hasWideCells,
  labelElements,
  lists,
  type Mutation,
  shuffle,
} from "./mutation.ts";

/** The elements of labels that somebody knows, with the field of each. */
function knownLabels(mutant: Mutant): { element: Element; field: string }[] {
  return labelElements(mutant).flatMap((element) => {
    const label = mutant.$(element).text();
    const field = findLabel(label, mutant.definition.id, durango)?.key;
    return field === undefined ? [] : [{ element, field }];
  });
}

const isRequired = ({ definition: { fields } }: Mutant, field: string) =>
  fields[field]?.required === true;
/** Fields of which a list page without its column is still whole: they lead to the procedure. */
const leads = new Set(["id", "enlace"]);

function relabelled(
  name: string,
  right: number,
  spell: (label: string, random: Random, field: string, mutant: Mutant) => string,
): Mutation {
  return {
    name,
    pages: all,
    right,
    mutate: (mutant, random) => {
      const known = knownLabels(mutant);
      for (const { element, field } of known) {
        const { $ } = mutant;
        $(element).text(
          spell($(element).text().replace(/\s+/g, " ").trim(), random, field, mutant),
        );
      }
      return known.length > 0;
    },
  };
}

/** Some other name is given to one label. */
function renamed(
  name: string,
  right: number,
  isChosen: (mutant: Mutant, field: string) => boolean,
  label: string,
): Mutation {
  return {
    name,
    pages: all,
    right,
    mutate: (mutant, random) => {
      const known = knownLabels(mutant).filter(
        ({ field }) => isChosen(mutant, field) && !leads.has(field),
      );
      if (known.length === 0) return false;
      mutant.$(random.pick(known).element).text(label);
      return true;
    },
  };
}

const english: Readonly<Record<string, string>> = {
  numeroProcedimiento: "Procedure number",
  descripcion: "Description",
  unidadCompradora: "Buying unit",
  tipoProcedimiento: "Procurement method",
  fechaPublicacion: "Publication date",
  fechaJuntaAclaraciones: "Clarification meeting",
  fechaAperturaProposiciones: "Bid opening",
  fechaFallo: "Award date",
  estatus: "Status",
};

export const labelMutations: readonly Mutation[] = [
  relabelled("labels in capitals", 1, (label) => label.toUpperCase()),
  relabelled("labels without accents", 1, (label) => label.normalize("NFD").replace(/\p{M}/gu, "")),
  relabelled("labels with other punctuation", 1, (label, random) =>
    random.pick([
      `${label} :`,
      `• ${label}`,
      `${label}*`,
      `${label} -`,
      `${label};`,
      `"${label}"`,
      `${label.replace(/ /g, "\u00a0")}`,
    ]),
  ),
  relabelled("labels of one word each line", 1, (label) => label.replace(/ /g, "\n   ")),
  // A status that nobody knows is none under "Estado".
  relabelled("labels as synonyms of the profile", 0.9, (_label, random, field, { definition }) =>
    random.pick(durango.labels[definition.id][field] ?? []),
  ),
  relabelled("a page in English", 0, (label, _random, field) => english[field] ?? label),
  renamed(
    "an optional label that nobody knows",
    0,
    (mutant, field) => !isRequired(mutant, field),
    "Rubro alfa",
  ),
  renamed("a required label that nobody knows", 0, isRequired, "Rubro beta"),
  renamed("a required label of one of its words", 0, isRequired, "Unidad"),
  {
    name: "an optional label that is left out with its text",
    pages: all,
    right: 1,
    mutate: (mutant, random) => {
      const known = knownLabels(mutant).filter(
        ({ field }) => !isRequired(mutant, field) && !leads.has(field),
      );
      if (known.length === 0) return false;
      const { element, field } = random.pick(known);
      if (hasWideCells(mutant)) return false;
      removeColumn(mutant, element);
      forget(mutant, field);
      // A number that the list prints is what is left where no link leads to a procedure.
      return field !== "numeroProcedimiento" || mutant.definition.id === "procedimiento";
    },
  },
  {
    name: "a required label that is left out with its text",
    pages: all,
    right: 0,
    mutate: (mutant) => {
      const known = knownLabels(mutant).find(({ field }) => isRequired(mutant, field));
      if (known === undefined || hasWideCells(mutant)) return false;
      removeColumn(mutant, known.element);
      return true;
    },
  },
  {
    name: "pairs in another order",
    pages: details,
    right: 1,
    mutate: ({ $ }, random) => {
      const list = $("dl").first();
      const pairs = list
        .children("dt")
        .toArray()
        .map(
          (label) =>
            $.html(label) +
            $(label)
              .nextUntil("dt", "dd")
              .toArray()
              .map((text) => $.html(text))
              .join(""),
        );
      if (pairs.length < 2 || list.children().first().is("dd")) return false;
      list.html(shuffle(pairs, random).join(""));
      return true;
    },
  },
  {
    name: "columns in another order",
    pages: lists,
    right: 1,
    mutate: (mutant, random) => {
      const { $ } = mutant;
      const rows = (findTable(mutant)?.find("tr").toArray() ?? []).map((row) =>
        $(row).children("th, td").toArray(),
      );
      const width = rows[0]?.length ?? 0;
      if (width < 2 || rows.some((cells) => cells.length !== width) || hasWideCells(mutant))
        return false;
      const order = shuffle([...Array(width).keys()], random);
      for (const cells of rows) {
        const row = $(cells[0] ?? "").parent();
        row.html(order.map((column) => $.html(cells[column])).join(""));
      }
      return true;
    },
  },
  {
    name: "rows in another order",
    pages: lists,
    right: 1,
    mutate: (mutant, random) => {
      const { $ } = mutant;
      const body = findTable(mutant)?.find("tbody").first();
      const rows = body?.children("tr").toArray() ?? [];
      if (body === undefined || rows.length < 2 || hasWideCells(mutant)) return false;
      body.html(
        shuffle(
          rows.map((row) => $.html(row)),
          random,
        ).join(""),
      );
      return true;
    },
  },
];

function removeColumn({ $ }: Mutant, label: Element): void {
  if (label.name === "dt") {
    $(label).nextUntil("dt", "dd").remove();
    $(label).remove();
    return;
  }
  const column = $(label).index();
  for (const row of $(label).closest("table").find("tr").toArray())
    $(row).children().eq(column).remove();
}
