import { describe, expect, it, onTestFinished } from "vitest";
import { importList } from "../../../scraper/sources/list69b/import-list.ts";
import { latestListings } from "../../../scraper/store/list69b.ts";
import { openStore } from "../../../scraper/store/open-store.ts";
import { allSuppliers, replaceSuppliers } from "../../../scraper/store/suppliers.ts";
import { undoImport } from "../../../scraper/store/undo-import.ts";
import { makeFolder } from "../scraper/try-scrape.ts";
import { makeList69b } from "./list-69b-file.ts";

const rows = [
  [
    "ZZA010203AB3",
    "PAPELERA IMAGINARIA, S.A. DE C.V.",
    "Presunto",
    "500-05-2026-1 de fecha 5 de enero de 2026",
    "09/01/2026",
    "500-05-2026-2 de fecha 20 de enero de 2026",
    "28/01/2026",
  ],
  [
    "ZZB150630K13",
    "OBRAS ZETA, S. DE R.L.",
    "Desvirtuado",
    "a",
    "01/02/2025",
    "b",
    "02/02/2025",
    "500-05-2025-9 de fecha 1 de junio de 2025",
    "11/06/2025",
    "",
    "",
  ],
  [
    "ZÑC200229QA0",
    "ÑANDÚ, S.C.",
    "Definitivo",
    "a",
    "01/02/2025",
    "b",
    "02/02/2025",
    "",
    "",
    "",
    "",
    "500-05-2025-7",
    "12/06/2025",
    "500-05-2025-8",
    "fecha por definir",
  ],
  ["ZZ&990101J53", "Z & Z, S.A.", "Sentencia Favorable"],
  ["ZZZZ800101HD0", "PERSONA INVENTADA", "Definitivo"],
  ["XXXXXXXXXXXX", "XXXXXXXX", "Presunto"],
  ["ZZQ991130U9A", "OTRA, S.A.", "En revisión"],
  ["ZZA010203AB3", "PAPELERA IMAGINARIA, S.A. DE C.V.", "Definitivo"],
];
const moment = (day: number) => ({
  at: new Date(Date.UTC(2026, 6, day, 18)),
  timeZone: "America/Monterrey",
});

function openSuppliers() {
  const store = openStore(`${makeFolder()}/compras.sqlite`);
  onTestFinished(() => store.close());
  const names = [
    ["1", "ZZA010203AB3", "Papelera"],
    ["2", undefined, "OBRAS ZETA, S. DE R.L."],
    ["3", "ZZQ991130U9A", "Sin lista"],
  ] as const;
  replaceSuppliers(
    store,
    names.map(([id, rfc, name]) => ({
      id,
      name,
      activities: [],
      ...(rfc !== undefined && { rfc }),
    })),
    "2026-07-01T12:00:00-06:00",
  );
  const situations = () =>
    allSuppliers(store).map(({ name, article69b }) => [name, article69b?.situation]);
  return { store, situations };
}

describe("the SAT's list by article 69-B", () => {
  it("keeps the four situations apart, each with its own dates and notice, of companies alone", async () => {
    const { store } = openSuppliers();
    const file = { name: "Listado_Completo_69-B.csv", bytes: makeList69b(rows) };
    const { name, report } = await importList(store, file, moment(2));
    const listDate = "2026-06-30";
    expect([...latestListings(store)]).toEqual([
      ["ZZ&990101J53", { situation: "sentenciaFavorable", listDate }],
      [
        "ZZA010203AB3",
        {
          situation: "presunto",
          listDate,
          satPublishedOn: "2026-01-09",
          gazettePublishedOn: "2026-01-28",
          notice: "500-05-2026-2 de fecha 20 de enero de 2026",
        },
      ],
      [
        "ZZB150630K13",
        {
          situation: "desvirtuado",
          listDate,
          satPublishedOn: "2025-06-11",
          notice: "500-05-2025-9 de fecha 1 de junio de 2025",
        },
      ],
      [
        "ZÑC200229QA0",
        {
          situation: "definitivo",
          listDate,
          satPublishedOn: "2025-06-12",
          notice: "500-05-2025-8",
        },
      ],
    ]);
    expect(name).toBe("list69b-listado-completo-69-b");
    expect(report).toEqual({
      counts: { companies: 4, presunto: 1, desvirtuado: 1, definitivo: 1, sentenciaFavorable: 1 },
      notTaken: [
        { row: 9, reason: "the RFC is no company's" },
        { row: 10, reason: "the situation is none of the four that the law knows" },
        { row: 11, reason: "the list names this RFC twice; the first row counts" },
      ],
      notes: [
        "The list is of 2026-06-30.",
        "1 rows are of natural persons; nothing of them is kept.",
      ],
    });
    expect(JSON.stringify(store.db.prepare("SELECT * FROM listings_69b").all())).not.toMatch(
      /ZZZZ800101|INVENTADA/,
    );
  });

  it("is matched by exact RFC, and never by name", async () => {
    const { store, situations } = openSuppliers();
    await importList(store, { name: "a.csv", bytes: makeList69b(rows) }, moment(2));
    expect(situations()).toEqual([
      ["OBRAS ZETA, S. DE R.L.", undefined],
      ["Papelera", "presunto"],
      ["Sin lista", undefined],
    ]);
  });

  it("counts by the day it is of, not by when it came in, and no longer once it is undone", async () => {
    const { store, situations } = openSuppliers();
    const list = (situation: string, until: string) => ({
      name: `${until}.csv`,
      bytes: makeList69b([["ZZA010203AB3", "P", situation]], { until }),
    });
    await importList(store, list("Definitivo", "31 de julio de 2026"), moment(1));
    await importList(store, list("Presunto", "30 de junio de 2026"), moment(2));
    expect(situations()[1]).toEqual(["Papelera", "definitivo"]);
    undoImport(store, "list69b-31-de-julio-de-2026", moment(3));
    expect(situations()[1]).toEqual(["Papelera", "presunto"]);
  });

  it.each([
    [
      "without its date",
      Buffer.from("RFC,Situación del contribuyente\nZZA010203AB3,Presunto\n"),
      'lista.csv: the title above the headings does not say "Información actualizada al …"',
    ],
    [
      "that is another file",
      Buffer.from("Folio,Nombre\n1,A\n"),
      'lista.csv: there are no columns "RFC" and "Situación del contribuyente".',
    ],
  ])("is refused %s", async (_, bytes, message) => {
    const { store } = openSuppliers();
    await expect(importList(store, { name: "lista.csv", bytes }, moment(1))).rejects.toThrow(
      message,
    );
  });
});
