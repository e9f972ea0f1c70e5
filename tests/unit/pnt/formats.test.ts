import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { foldHeading } from "../../../scraper/sources/pnt/headings.ts";
import type { PntField } from "../../../shared/mapping/pnt/formats/format.ts";
import { pntFormats } from "../../../shared/mapping/pnt/formats/formats.ts";

const official = new URL("../../../../shared/pnt/formatos-xxviii.json", import.meta.url);

const types: Readonly<Record<string, PntField["type"]>> = {
  "Texto corto": "text",
  "Texto largo": "text",
  Nota: "text",
  Fecha: "date",
  "Fecha Actualización": "date",
  Moneda: "money",
  "Página web (url)": "link",
  Catálogo: "choice",
  Tabla: "table",
};
interface OfficialField {
  idCampo: number;
  etiqueta: string;
  tipoDato: string;
  valor?: (OfficialField | { descripcion: string })[] | undefined;
}
const OfficialField: z.ZodType<OfficialField> = z.object({
  idCampo: z.number(),
  etiqueta: z.string(),
  tipoDato: z.string(),
  valor: z
    .array(z.union([z.lazy(() => OfficialField), z.object({ descripcion: z.string() })]))
    .optional(),
});

/** A field of the catalogue as the project declares it, without its key. */
function declare({ idCampo, etiqueta, tipoDato, valor = [] }: OfficialField): object {
  const type = types[tipoDato];
  const options = valor.flatMap((each) => ("descripcion" in each ? [each.descripcion] : []));
  const columns = valor.flatMap((each) => ("idCampo" in each ? [declare(each)] : []));
  return {
    id: idCampo,
    label: etiqueta,
    type,
    ...(type === "choice" && { options }),
    ...(type === "table" && { columns }),
  };
}

function withoutKey({ key: _, columns, ...field }: PntField): object {
  return { ...field, ...(columns && { columns: columns.map(withoutKey) }) };
}

describe("the layouts of fraction XXVIII", () => {
  it.skipIf(!existsSync(official))("are those of the PNT's catalogue", () => {
    const Catalogue = z.record(
      z.string(),
      z.object({ titulo: z.string(), campos: z.array(OfficialField) }),
    );
    const catalogue = Catalogue.parse(JSON.parse(readFileSync(official, "utf8")));
    expect(Object.keys(catalogue)).toEqual(["43335", "43336"]);
    for (const [id, { titulo, campos }] of Object.entries(catalogue)) {
      const format = pntFormats.find((each) => each.id === id);
      expect(format?.title).toBe(titulo);
      expect(format?.fields.map(withoutKey)).toEqual(campos.map(declare));
    }
  });

  it("say which of them are a guess", () => {
    expect(pntFormats.map(({ id, isGuess = false }) => [id, isGuess])).toEqual([
      ["43335", false],
      ["43336", false],
      ["59729", true],
    ]);
  });

  it.each(pntFormats.map((format) => [format.id, format] as const))(
    "have no two fields of one heading: %s",
    (_, { fields }) => {
      const folded = fields.map(({ label }) => foldHeading(label));
      expect(folded.filter((label, index) => folded.indexOf(label) !== index)).toEqual([]);
    },
  );
});
