import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { feedDatabase } from "../../../../scraper/publish/sqlite/feed-database.ts";
import { dirtyTexts, makeDirtyHistory } from "../dirty-history.ts";
import { type Told, tellStore, tryFormat } from "../try-format.ts";
import { type Ask, openReader } from "./open-reader.ts";

describe("compras.sqlite", () => {
  let told: Told;
  let file: string;
  let ask: Ask;
  beforeAll(async () => {
    told = tellStore(makeDirtyHistory(afterAll).store);
    const { pathOf } = await tryFormat(told, feedDatabase, afterAll);
    file = pathOf("compras.sqlite");
    ask = openReader(file);
  });

  it("is one whole file, in which everything that is referred to is there", async () => {
    const { folder, files } = await tryFormat(told, feedDatabase);
    expect(readdirSync(folder)).toEqual(["compras.sqlite"]);
    expect(files.map(({ path }) => path)).toEqual(["compras.sqlite"]);
    expect(ask("PRAGMA integrity_check")).toEqual([{ integrity_check: "ok" }]);
    expect(ask("PRAGMA foreign_key_check")).toEqual([]);
    expect(ask("PRAGMA foreign_key_list(procedimientos)")).toHaveLength(1);
    expect(ask("PRAGMA application_id")).toEqual([{ application_id: 0x43414475 }]);
    expect(ask("PRAGMA user_version")).toEqual([{ user_version: 1 }]);
    expect(ask("PRAGMA journal_mode")).toEqual([{ journal_mode: "delete" }]);
  });

  it("tells of a procedure all that is known, in local time", () => {
    const [process] = told.processes.filter(({ row }) => row.id === "1234");
    expect(ask("SELECT * FROM procedimientos WHERE id_portal = '1234'")).toEqual([
      {
        id: 1,
        ocid: "ocds-prueba-1234",
        id_portal: "1234",
        numero: "LP/E/SEED/007/2025",
        descripcion: "ADQUISICIÓN DE UNIFORMES ESCOLARES",
        unidad_id: "MX-DUR-UC-014",
        unidad: "SECRETARÍA DE EDUCACIÓN",
        modalidad: "Licitación Pública Nacional",
        metodo: "Abierta",
        materia: "Adquisición",
        categoria: "Bienes",
        publicacion: "2026-03-02 09:00:00",
        junta_aclaraciones: "2026-03-10 10:00:00",
        apertura: "2026-03-20 12:00:00",
        fallo: "2026-03-25 13:00:00",
        estatus: "Publicada",
        estado: "En curso",
        anexos: 1,
        url: process?.row.url,
        visto_primera_vez: "2026-03-01 12:00:00",
        ultimo_cambio: "2026-03-04 12:00:00",
        retirado_desde: null,
        enlace_permanente: process?.evidence.releases.at(-1)?.permalink,
        huella: process?.evidence.releases.at(-1)?.sha256,
      },
    ]);
    expect(ask("SELECT * FROM unidades WHERE id = 'MX-DUR-UC-014'")).toEqual([
      { id: "MX-DUR-UC-014", clave: "014", nombre: "SECRETARÍA DE EDUCACIÓN" },
    ]);
  });

  it("has NULL, and never an empty text or 0, where the portal says nothing", () => {
    const [bare = {}] = ask("SELECT * FROM procedimientos WHERE id_portal = '77'");
    expect(Object.keys(bare).filter((name) => bare[name] !== null)).toEqual([
      "id",
      "ocid",
      "id_portal",
      "anexos",
      "url",
      "visto_primera_vez",
      "ultimo_cambio",
      "enlace_permanente",
      "huella",
    ]);
    const columns = ask(
      `SELECT m.name AS tabla, c.name AS columna FROM sqlite_schema m JOIN pragma_table_info(m.name) c
       WHERE m.type = 'table' AND m.name NOT LIKE 'buscador%'`,
    );
    const empty = columns.filter(
      ({ tabla, columna }) =>
        ask(`SELECT 1 FROM ${tabla} WHERE ${columna} IN ('', 'null', 'undefined')`).length > 0,
    );
    expect(empty).toEqual([]);
  });

  it("shows a day without an hour as a day", () => {
    expect(
      ask(
        "SELECT publicacion, junta_aclaraciones, apertura FROM procedimientos WHERE id_portal = '3000'",
      ),
    ).toEqual([
      {
        publicacion: "2026-03-02",
        junta_aclaraciones: "2020-07-10",
        apertura: "2026-03-18 23:59:59",
      },
    ]);
  });

  it("keeps every text as it is, but for NUL, at which SQLite's functions would end", () => {
    const titles = new Map(
      ask("SELECT id_portal, descripcion FROM procedimientos").map((row) => [
        row.id_portal,
        row.descripcion,
      ]),
    );
    expect(Object.keys(dirtyTexts).map((_, index) => titles.get(String(2000 + index)))).toEqual(
      Object.values(dirtyTexts).map((text) => text.replaceAll("\0", "")),
    );
  });

  it("lists the attachments, what changed and the registry of suppliers", () => {
    expect(
      ask("SELECT * FROM documentos WHERE ocid = 'ocds-prueba-1234' AND id = 'anexo-1'"),
    ).toEqual([
      {
        ocid: "ocds-prueba-1234",
        id: "anexo-1",
        nombre: "BASES.pdf",
        tipo: "Bases",
        url: "https://comprasestatal.durango.gob.mx/Descarga/Anexo/1",
        nombre_archivo: 'BASES "finales".pdf',
        tipo_archivo: "application/pdf",
        bytes: 123_456,
        huella: "ab".repeat(32),
        leido: "2026-03-01 12:00:00",
        visto_primera_vez: "2026-03-01 12:00:00",
        retirado_desde: null,
      },
    ]);
    const [change] = ask("SELECT * FROM cambios ORDER BY seq DESC LIMIT 1");
    expect(change).toMatchObject({
      seq: told.releases.length,
      fecha: "2026-03-04 12:00:00",
      ocid: "ocds-prueba-1234",
      etiqueta: "tenderAmendment",
      resumen: expect.stringMatching(/^La apertura pasó/),
    });
    expect(JSON.parse(String(change?.cambios))).toEqual([
      {
        clase: "fecha movida",
        campo: "Apertura",
        antes: "2026-03-18T11:30:00-06:00",
        despues: "2026-03-20T12:00:00-06:00",
      },
      { clase: "anexo retirado", campo: "Anexo", antes: "ANEXO.pdf" },
    ]);
    expect(ask("SELECT * FROM proveedores ORDER BY id")).toEqual([
      {
        id: "a1",
        numero_registro: "0012",
        rfc: "ACO010101AB1",
        nombre: "=CMD|'/c calc'!A1",
        tipo_persona: "Persona moral",
        municipio: "Durango",
        municipio_clave: "10005",
        inscripcion: "2024-05-06",
        vigencia_hasta: "2027-05-06",
        estatus: "Vigente",
        estatus_normal: "Vigente",
        fuente: "portal",
        parte_id: "MX-RFC-ACO010101AB1",
        situacion_69b: null,
        lista_69b_al: null,
      },
      {
        id: "b2",
        numero_registro: null,
        rfc: null,
        nombre: "PERSONA SIN DATOS",
        tipo_persona: "Persona física",
        municipio: null,
        municipio_clave: null,
        inscripcion: null,
        vigencia_hasta: null,
        estatus: null,
        estatus_normal: null,
        fuente: "portal",
        parte_id: "MX-DUR-PROV-e63ac028194118cc",
        situacion_69b: null,
        lista_69b_al: null,
      },
    ]);
  });

  it("says what every table, column and view is, and of no other", () => {
    const tables = ask(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'buscador_%' ORDER BY name",
    ).map(({ name }) => name);
    expect(ask("SELECT tabla FROM diccionario WHERE columna IS NULL ORDER BY tabla")).toEqual(
      tables.map((tabla) => ({ tabla })),
    );
    expect(
      ask(
        "SELECT tabla, columna FROM diccionario WHERE columna IS NOT NULL ORDER BY tabla, columna",
      ),
    ).toEqual(
      ask(
        `SELECT m.name AS tabla, c.name AS columna FROM sqlite_schema m JOIN pragma_table_info(m.name) c
         WHERE m.type = 'table' AND m.name NOT LIKE 'buscador%' ORDER BY 1, 2`,
      ),
    );
    const views = ask("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name");
    expect(ask("SELECT nombre AS name FROM vistas ORDER BY name")).toEqual(views);
    expect(views.length).toBeGreaterThanOrEqual(10);
  });

  it("answers the example of every view", () => {
    for (const { ejemplo } of ask("SELECT ejemplo FROM vistas")) {
      expect(() => ask(String(ejemplo)), String(ejemplo)).not.toThrow();
    }
  });

  it("gives the same bytes at another time of day", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2031-01-02T03:04:05Z") });
    const again = await tryFormat(told, feedDatabase).finally(() => vi.useRealTimers());
    expect(readFileSync(again.pathOf("compras.sqlite")).equals(readFileSync(file))).toBe(true);
  });

  it("finds words with and without their accents, numbers as phrases, and n for ñ", () => {
    const find = (words: string) =>
      ask(
        `SELECT p.id_portal AS id FROM buscador JOIN procedimientos p ON p.id = buscador.rowid
         WHERE buscador MATCH ? ORDER BY p.id`,
        words,
      ).map(({ id }) => id);
    expect(find("papelería")).toEqual(["2004"]);
    expect(find("papeleria")).toEqual(["2004"]);
    expect(find('"LP/E/SEED/007/2025"')).toEqual(["1234", "3000", "3001"]);
    expect(find("nandu")).toEqual(["2004"]);
    expect(ask("SELECT significado FROM diccionario WHERE tabla = 'buscador'")).toMatchObject([
      { significado: expect.stringContaining("tampoco ñ de n") },
    ]);
  });
});
