import { type CellValue, writeXlsx } from "hucre/xlsx";
import { expect, it } from "vitest";
import { saveIdentity } from "../../../scraper/store/identity.ts";
import { openStore } from "../../../scraper/store/open-store.ts";
import { reportedProcesses } from "../../../scraper/store/read-procedures.ts";
import { compileReleases } from "../../../shared/ocds/compile.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { makeFolder } from "../scraper/try-scrape.ts";
import { importBytes } from "./reported-store.ts";

const headings = [
  "Sujeto obligado",
  "Ejercicio",
  "Fecha de término del periodo que se informa",
  "Tipo de procedimiento (catálogo)",
  "Materia o tipo de contratación (catálogo)",
  "Carácter del procedimiento (catálogo)",
  "Número de expediente, folio o nomenclatura que lo identifique",
  "Posibles contratantes \nTabla_590001",
  "Personas físicas o morales con proposición u oferta \nTabla_590002",
  "Descripción de las obras públicas, los bienes o los servicios contratados o arrendados",
  "Nombre(s) de la persona física ganadora, asignada o adjudicada",
  "Primer apellido de la persona física ganadora, asignada o adjudicada",
  "Denominación o razón social de la persona moral ganadora, asignada o adjudicada",
  "Registro Federal de Contribuyentes (RFC) de la persona física o moral ganadora, asignada o adjudicada",
  "Número que identifique al contrato",
  "Fecha del contrato",
  "Monto total del contrato con impuestos incluidos (MXN)",
  "Tipo de moneda",
];
const common = ["Instituto X", "2026", "31/03/2026"];
const company = ["", "", "Comercializadora Zeta SA de CV", "ZZA010203AB3"];
// A serial of Excel's is 20 March 2026.
const rows: CellValue[][] = [
  [
    ...[...common, "Licitación pública", "Adquisiciones", "Nacional", "LP-1/2026", 1, 1, "Sillas"],
    ...[...company, "C-1", 46_101, "$116,000.00", "pesos mexicanos"],
  ],
  [
    ...[...common, "Invitación a cuando menos tres personas", "Servicios", "Nacional", "IR-2/2026"],
    ...[2, "", "Limpieza", ...company, "C-2", "20/03/2026", 2_500.5, "M.N."],
  ],
  [
    ...[...common, "Adjudicación directa", "Arrendamientos", "Nacional", "AD-3/2026", "", ""],
    ...["Un toldo", "Fulana", "Inventada", "", "ZZZZ010203AB3", "C-3", "2026-03-20"],
    ...["No aplica", "MXN"],
  ],
];
const people = (lines: CellValue[][]) => [
  ["ID", "Nombre(s)", "Primer apellido", "Segundo apellido", "Razón Social", "RFC"],
  ...lines,
];

it("takes the three modalities from the one table of format 59729, known by its headings alone", async () => {
  const store = openStore(`${makeFolder()}/compras.sqlite`);
  const portalUrl = "http://127.0.0.1:8788/";
  saveIdentity(store, { portal: durango.id, portalUrl, ocidPrefix: "ocds-prueba" });
  const zeta = ["", "", "", "Comercializadora Zeta SA de CV", "ZZA010203AB3"];
  const bytes = await writeXlsx({
    sheets: [
      { name: "Reporte de Formatos", rows: [["TÍTULO"], headings, ...rows] },
      { name: "Tabla_590001", rows: people([[2, ...zeta]]) },
      {
        name: "Tabla_590002",
        rows: people([
          [1, ...zeta],
          [1, "Fulana", "Inventada", "", "", ""],
        ]),
      },
    ],
  });
  const { report } = await importBytes(store, bytes, { name: "cualquiera.xlsx" });
  expect(report.notTaken).toEqual([
    {
      sheet: "Reporte de Formatos",
      row: 3,
      column: "Posibles contratantes Tabla_590001",
      reason: expect.stringMatching(/the ID 1/),
    },
  ]);
  const states = [...reportedProcesses(store)]
    .map(({ releases }) => compileReleases(releases.map(({ release }) => release)))
    .sort((a, b) => String(a.tender?.title).localeCompare(String(b.tender?.title)));
  store.close();
  const inPesos = (amount: number) => ({ amount, currency: "MXN" });
  expect(
    states.map(({ tender, bids, awards, contracts }) => [
      [tender?.title, tender?.procurementMethod, tender?.mainProcurementCategory],
      tender?.tenderers?.map(({ name }) => name),
      bids?.details?.map(({ status }) => status),
      awards?.map(({ suppliers, value }) => [suppliers?.[0]?.name, value]),
      contracts?.map(({ id, dateSigned }) => [id, dateSigned?.slice(0, 10)]),
    ]),
  ).toEqual([
    [
      ["Limpieza", "selective", "services"],
      undefined,
      ["invited"],
      [["Comercializadora Zeta SA de CV", inPesos(2_500.5)]],
      [["C-2", "2026-03-20"]],
    ],
    [
      ["Sillas", "open", "goods"],
      ["Comercializadora Zeta SA de CV", "Fulana Inventada"],
      [undefined, undefined],
      [["Comercializadora Zeta SA de CV", inPesos(116_000)]],
      [["C-1", "2026-03-20"]],
    ],
    // An amount that "does not apply" is missing.
    [
      ["Un toldo", "direct", "goods"],
      undefined,
      undefined,
      [["Fulana Inventada", undefined]],
      [["C-3", "2026-03-20"]],
    ],
  ]);
});
