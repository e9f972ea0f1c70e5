/**
 * `buscador`: full-text search over `procedimientos`, whose texts it does not keep a second time. It folds accents as people expect, but ñ
 * as well: SQLite's tokenizer has no exception for it. So `año` finds `ano` too, never less than it should.
 */
export const searchTable = {
  name: "buscador",
  meaning:
    "Buscador de texto completo (FTS5) sobre numero, descripcion y unidad de procedimientos. No distingue mayúsculas ni acentos, y tampoco ñ de n: para exigir la ñ agregue una condición como descripcion LIKE '%año%'. Ejemplo: SELECT p.* FROM buscador JOIN procedimientos p ON p.id = buscador.rowid WHERE buscador MATCH 'uniformes escolares' ORDER BY rank. Un número de procedimiento va entre comillas: MATCH '\"LP/E/SEED/007/2025\"'.",
  create: `CREATE VIRTUAL TABLE buscador USING fts5(
  numero, descripcion, unidad,
  content = 'procedimientos', content_rowid = 'id',
  tokenize = 'unicode61 remove_diacritics 2'
)`,
  fill: `INSERT INTO buscador (buscador) VALUES ('rebuild');
INSERT INTO buscador (buscador) VALUES ('optimize');`,
} as const;
