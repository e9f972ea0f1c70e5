import { describe, expect, it } from "vitest";
import { suggestLabels } from "../../../../shared/portal/diagnosis/suggest-labels.ts";
import type { PageText } from "../../../../shared/portal/page.ts";
import { procedimiento } from "../../../../shared/portal/pages/procedimiento.ts";
import { durango } from "../../../../shared/portal/profiles/durango.ts";

function pageOf(rows: Readonly<Record<string, string>>): PageText {
  const pairs = Object.entries(rows).map(([label, text]) => ({ label, texts: [text] }));
  return {
    heading: "",
    labels: Object.keys(rows),
    entries: [{ pairs, links: [] }],
    links: [],
    hasPasswordField: false,
  };
}

/** What is suggested for the page of a procedure that has these labels and texts besides the required ones. */
function suggest(rows: Readonly<Record<string, string>>, fromList?: Record<string, string>) {
  const page = pageOf({ Descripción: "PAPEL", "Unidad Compradora": "DIF", ...rows });
  return suggestLabels([{ page, fromList }], procedimiento, durango).map(
    ({ path, value, strength }) => [strength, path.at(-1), value],
  );
}

describe("a label that nobody knows", () => {
  it.each<[string, string, string]>([
    ["Fecha del Fallo", "2026-03-28 10:00", "fechaFallo"],
    ["Fecha y hora de apertura", "", "no text beside it"],
    ["Recepción y apertura de propuestas", "18/03/2026", "fechaAperturaProposiciones"],
    ["Aclaraciones:", "10 de marzo de 2026", "fechaJuntaAclaraciones"],
    ["Fecha de Publicacón", "2026-03-01", "fechaPublicacion"],
    ["Folio del procedimiento", "LP/E/SEED/007/2025", "numeroProcedimiento"],
    ["Etapa", "En evaluación", "estatus"],
  ])(
    "is suggested for the field that it names and that its texts fit: %s, %s",
    (label, text, key) => {
      const [first] = suggest({ [label]: text });
      if (text === "") expect(first?.[0]).not.toBe("strong");
      else expect(first).toEqual(["strong", key, label.replace(":", "")]);
    },
  );

  it.each([
    ["Fecha límite de preguntas", "2026-03-08 10:00"],
    ["Fecha de visita al sitio", "2026-03-09 10:00"],
    ["Fecha de firma del contrato", "2026-04-09 10:00"],
    ["Segunda junta de aclaraciones", "2026-03-12 10:00"],
    ["Fecha de publicación en el Periódico Oficial", "2026-03-01"],
    ["Lugar de la junta de aclaraciones", "Sala de juntas"],
    ["Tipo de recurso", "Estatal"],
    ["Carácter del procedimiento", "Nacional"],
    ["Monto", "$1,200,000.00"],
    ["Partida presupuestal", "21101"],
    ["Proveedor adjudicado", "PAPELES DEL NORTE S.A. DE C.V."],
  ])("is put into no profile where it may be about something else: %s", (label, text) => {
    expect(suggest({ [label]: text }).filter(([strength]) => strength === "strong")).toEqual([]);
  });

  it("is known by what the list says of the same procedure", () => {
    const rows = { "Momento segundo": "18/03/2026 11:30", "Momento tercero": "2026-03-28 10:00" };
    expect(suggest(rows, { fechaAperturaProposiciones: "2026-03-18 11:30" })).toEqual([
      ["strong", "fechaAperturaProposiciones", "Momento segundo"],
    ]);
  });

  it("is not known by that where two dates of the list are the same", () => {
    const same = { fechaAperturaProposiciones: "2026-03-18", fechaPublicacion: "2026-03-18" };
    expect(suggest({ "Momento segundo": "2026-03-18" }, same)).toEqual([]);
  });

  it("is not suggested for a field that has its label", () => {
    expect(suggest({ Fallo: "2026-03-28", "Fecha de fallo": "2026-03-29" })).toEqual([]);
  });
});
