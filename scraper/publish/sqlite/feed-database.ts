import { rm } from "node:fs/promises";
import path from "node:path";
import { feedPaths } from "../../../shared/feed/paths.ts";
import { latestInstant } from "../../../shared/values/latest-instant.ts";
import { awardRows } from "../award-rows.ts";
import { changeRow } from "../change-rows.ts";
import { documentRows } from "../document-rows.ts";
import {
  type FeedFormat,
  feedLicense,
  type Publication,
  type PublishedReport,
} from "../publication.ts";
import { awardTable, participationRows, participationTable } from "./award-tables.ts";
import { changeTable } from "./change-table.ts";
import { aboutTable, dictionaryTable, viewTable } from "./describing-tables.ts";
import { documentTable } from "./document-table.ts";
import { openDatabase } from "./open-database.ts";
import { searchTable } from "./search-table.ts";
import { localTime } from "./sql-table.ts";
import { activityTable, supplierTable } from "./supplier-tables.ts";
import { tenderTable } from "./tender-table.ts";
import { unitTable } from "./unit-table.ts";
import { views } from "./views.ts";

const tables = [
  aboutTable,
  dictionaryTable,
  viewTable,
  unitTable,
  tenderTable,
  documentTable,
  changeTable,
  awardTable,
  participationTable,
  supplierTable,
  activityTable,
];

/**
 * `compras.sqlite`: the feed as a database, with a search over its texts and views that answer common questions. Names are Spanish;
 * the tables `publicacion`, `diccionario` and `vistas` say what everything is.
 */
export function feedDatabase(publication: Publication): FeedFormat {
  const { draft } = publication;
  const file = path.join(draft.folder, feedPaths.database);
  const db = openDatabase(`${file}.part`);
  const addUnit = db.createTable(unitTable);
  const addTender = db.createTable(tenderTable);
  const addDocument = db.createTable(documentTable);
  const addChange = db.createTable(changeTable);
  const addAward = db.createTable(awardTable);
  const addParticipation = db.createTable(participationTable);
  const addReport = (process: PublishedReport) => {
    for (const row of awardRows(process)) addAward(row);
    for (const row of participationRows(process)) addParticipation(row);
  };
  const addSupplier = db.createTable(supplierTable);
  const addActivity = db.createTable(activityTable);
  const units = new Set<string>();
  let lastChange: string | undefined;
  return {
    addRelease: async (step) => {
      // A change without its procedure, which the portal does not have.
      if (step.isReported) return;
      const row = changeRow(step);
      addChange(row);
      lastChange = latestInstant(lastChange, row.date);
    },
    addProcess: async (process) => {
      const { row, record } = process;
      if (row.buyerId !== undefined && !units.has(row.buyerId)) {
        units.add(row.buyerId);
        addUnit({ id: row.buyerId, code: record.unidadCompradora?.codigo, name: row.buyerName });
      }
      const firstSeq = db.readValue("SELECT min(seq) FROM cambios WHERE ocid = ?", row.ocid);
      if (typeof firstSeq !== "number") throw new Error(`procedure ${row.id} has no release`);
      addTender({ ...process, firstSeq });
      for (const document of documentRows(process)) addDocument(document);
      addReport(process);
    },
    addReported: async (process) => addReport(process),
    addSuppliers: async (suppliers) => {
      for (const supplier of suppliers) {
        addSupplier(supplier);
        for (const activity of new Set(supplier.activities)) {
          addActivity({ supplierId: supplier.id, activity });
        }
      }
    },
    finish: async () => {
      db.exec(searchTable.create);
      db.exec(searchTable.fill);
      const addAbout = db.createTable(aboutTable);
      for (const [key, value] of aboutFeed(publication, lastChange)) addAbout({ key, value });
      const addView = db.createTable(viewTable);
      for (const view of views) {
        db.exec(`CREATE VIEW ${view.name} AS ${view.query}`);
        addView(view);
      }
      const addMeaning = db.createTable(dictionaryTable);
      for (const { name, meaning, columns } of tables) {
        addMeaning({ table: name, meaning });
        for (const column of columns) {
          addMeaning({ table: name, column: column.name, meaning: column.meaning });
        }
      }
      addMeaning({ table: searchTable.name, meaning: searchTable.meaning });
      db.closeInto(file);
      await rm(`${file}.part`);
      await draft.adopt(feedPaths.database, {
        title: "Base de datos SQLite, con buscador y vistas que contestan preguntas comunes",
        mediaType: "application/vnd.sqlite3",
      });
    },
  };
}

function aboutFeed(
  { notice, identity, baseUrl, timeZone }: Publication,
  lastChange: string | undefined,
): [key: string, value: string][] {
  const day = localTime(lastChange);
  return [
    ["aviso", notice],
    ["licencia", feedLicense],
    ["fuente", identity.portalUrl],
    ["direccion", baseUrl],
    ["prefijo_ocid", identity.ocidPrefix],
    // A feed without a release is not published.
    ...(day === undefined ? [] : [["datos_al", day] satisfies [string, string]]),
    [
      "fechas",
      `Hora local (${timeZone}): AAAA-MM-DD HH:MM:SS, o solo el día donde el portal no dice la hora. Lo que el portal no dice es NULL.`,
    ],
    [
      "vistas",
      "Las vistas cuentan los días desde datos_al, el último cambio que se vio, y no desde hoy: así dicen siempre lo mismo.",
    ],
  ];
}
