import { forget, type Mutant } from "./mutant.ts";
import { all, type Mutation } from "./mutation.ts";

const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/g;
const months =
  "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(
    " ",
  );

/** Every date of the page in another form. */
function redated(
  name: string,
  right: number,
  spell: (year: string, month: string, day: string) => string,
  isApt: (text: string) => boolean = () => true,
): Mutation {
  return {
    name: `dates as ${name}`,
    pages: all,
    right,
    mutate: ({ $, truth }) => {
      const print = (text: string) =>
        text.replace(iso, (_, year, month, day) => spell(year, month, day));
      if (!isApt($("dd, td").text())) return false;
      let isChanged = false;
      for (const element of $("dd, td").toArray()) {
        const text = $(element).text();
        if ($(element).children().length > 0 || text.search(iso) === -1) continue;
        isChanged = true;
        $(element).text(print(text));
      }
      for (const { original } of truth.values()) {
        for (const [field, text] of original) original.set(field, print(text));
      }
      return isChanged;
    },
  };
}

export const valueMutations: readonly Mutation[] = [
  redated("18/03/2026", 1, (year, month, day) => `${day}/${month}/${year}`),
  redated("18-03-2026", 1, (year, month, day) => `${day}-${month}-${year}`),
  redated(
    "18 de marzo de 2026",
    1,
    (year, month, day) => `${Number(day)} de ${months[Number(month) - 1]} de ${year}`,
  ),
  // Where a page shows no day after the 12th only the run can know: changed-portal.test.ts.
  redated(
    "03/18/2026",
    0,
    (year, month, day) => `${month}/${day}/${year}`,
    (text) => /\d{4}-\d{2}-(1[3-9]|[23]\d)/.test(text),
  ),
  redated("18/03/26", 0, (year, month, day) => `${day}/${month}/${year.slice(2)}`),
  redated("March 18, 2026", 0, (year, month, day) => `March ${day}, ${year} (${month})`),
  {
    name: "texts left empty",
    pages: all,
    right: 1,
    mutate: (mutant) => {
      const emptied = emptyDates(mutant);
      for (const field of Object.keys(mutant.definition.fields)) {
        if (mutant.definition.fields[field]?.kind === "date") forget(mutant, field);
      }
      return emptied;
    },
  },
];

function emptyDates({ $ }: Mutant): boolean {
  const dates = $("dd, td")
    .toArray()
    .filter((element) =>
      /^\s*(\d{4}-\d\d-\d\d|\d\d?[/.-]\d\d?[/.-]\d{4}|\d\d? de \p{L}+ de)/u.test($(element).text()),
    );
  for (const element of dates) $(element).text("");
  return dates.length > 0;
}
