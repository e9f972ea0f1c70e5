import { describe, expect, it } from "vitest";
import { makeCorpus } from "../../../fixtures/practice-portal/corpus.ts";
import {
  type DirtName,
  dirtOfPrint,
  printDate,
  soilText,
} from "../../../fixtures/practice-portal/dirt.ts";
import { makeSite } from "../../../fixtures/practice-portal/site.ts";
import { usualView } from "../../../fixtures/practice-portal/view.ts";
import { repairText } from "../../../shared/values/repair.ts";

const corpus = makeCorpus({ seed: 1, procedures: 400, suppliers: 0, today: "2026-11-22" });
const site = makeSite(corpus);
const list = "/consulta/ProcedimientosDeContratacion";
const read = (path: string) =>
  String(site.answerPage(new URL(path, "http://portal"), usualView("datatables")).body);
const rowOfId = new Map<string | undefined, string>();
for (const row of read(list).split("</tr>")) {
  const id = new RegExp(`${list}/(\\d+)"`).exec(row)?.[1];
  rowOfId.set(id, (rowOfId.get(id) ?? "") + row);
}

/** The HTML of a procedure's row or rows and page. */
function htmlOf(id: string): string {
  return (rowOfId.get(id) ?? "") + read(`${list}/${id}`);
}

/** How each kind of dirt looks in HTML. */
const looks: Record<(typeof dirtOfPrint)[number], RegExp> = {
  "placeholder-date":
    />(No especificada|Por definir|0001-01-01 00:00|01\/01\/0001 12:00:00 a\. m\.)</,
  "date-seconds": />\d{4}-\d\d-\d\d \d\d:\d\d:00</,
  "date-hours": /\d \d\d:\d\d (hrs\.?|HORAS)</,
  "date-day-first": />\d\d\/\d\d\/\d{4} \d\d:\d\d</,
  "date-meridiem": />\d\d\/\d\d\/\d{4} \d\d:\d\d:00 [ap]\. m\.</,
  "hex-entities": /&#xD[13];|&#x[EF][139D];/,
  "double-encoded": /&amp;#\d{3};/,
  mojibake: /&#195;/,
  nbsp: /&#160;/,
  "double-spaces": /\S {2}\S+ /,
  "word-paste": /<p class="MsoNormal".*<o:p>/,
  "ragged-labels": /<strong>Junta de&nbsp;<br>\s+Aclaraciones<\/strong> :/,
  "omitted-fields": /./,
  "duplicate-row": /./,
};

describe("dirt", () => {
  it.each(Object.entries(looks))("%s shows in the HTML of what carries it", (name, look) => {
    const kind = dirtOfPrint.find((known) => known === name);
    const soiled = corpus.procedures.filter(
      ({ dirt }) => kind !== undefined && dirt.includes(kind),
    );
    // One kind may hide another: of two date formats, only the first shows.
    const showing = soiled.filter(({ id }) => look.test(htmlOf(id)));
    expect(showing.length).toBeGreaterThan(soiled.length / 2);
  });

  it("is absent from a clean procedure", () => {
    const clean = corpus.procedures.filter(({ dirt }) => dirt.length === 0);
    const kinds = Object.entries(looks).filter(([, look]) => look.source !== ".");
    const dirty = clean.flatMap(({ id }) =>
      kinds.filter(([, look]) => look.test(htmlOf(id))).map(([name]) => ({ id, name })),
    );
    expect(dirty).toEqual([]);
  });

  it("can all be undone in text", () => {
    const texts = corpus.procedures.flatMap((procedure) =>
      (["list", "page"] as const).map((place) => ({
        read: repairText(soilText(procedure.descripcion, procedure, place)),
        true: procedure.descripcion,
      })),
    );
    expect(texts.filter((text) => text.read !== text.true)).toEqual([]);
  });

  it.each<[DirtName, string, string]>([
    ["mojibake", "ADQUISICIÓN", "ADQUISICIÃ“N"],
    ["double-encoded", "mensajería", "mensajer&#237;a"],
    ["double-spaces", "EQUIPO DE CÓMPUTO", "EQUIPO DE  CÓMPUTO"],
    ["nbsp", "EQUIPO DE CÓMPUTO NUEVO", "EQUIPO DE CÓMPUTO\u00a0NUEVO"],
  ])("%s turns '%s' into '%s'", (name, text, expected) => {
    // Some numbers show it in the list only, some on the page only.
    const record = { id: "1300", dirt: [name] };
    const soiled = (["list", "page"] as const).map((place) => soilText(text, record, place));
    expect(soiled).toContain(expected);
  });

  it("leaves the date of a clean procedure as the portal prints it", () => {
    const record = { id: "1", dirt: [] };
    const print = (instant?: string) => printDate(instant, record, "page", "fechaFallo");
    expect(print("2026-03-10T10:00:00-06:00")).toBe("2026-03-10 10:00");
    expect(print("2026-03-10T00:00:00-06:00")).toBe("2026-03-10");
    expect(print(undefined)).toBe("");
  });
});
