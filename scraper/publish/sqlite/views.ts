/** A question that the database answers by itself. */
export interface SqlView {
  /** In Spanish, without accents. */
  name: string;
  /** In Spanish. */
  question: string;
  /** A query to begin with. */
  example: string;
  /** The SELECT that the view is. */
  query: string;
}

/** The day and time of the latest change seen, which stands for today: the file says the same whenever it is read. */
const today = "(SELECT valor FROM publicacion WHERE clave = 'datos_al')";
const year = "substr(p.publicacion, 1, 4)";

/** In this order, since a view may build on one before it. */
export const views: readonly SqlView[] = [
  {
    name: "abiertas",
    question:
      "¿Qué convocatorias están abiertas, de qué unidad son y cuántos días faltan para su apertura, contados desde el último cambio visto? Abierta es la que aún no llega a su apertura y no está cancelada, desierta, concluida ni retirada.",
    example: "SELECT * FROM abiertas WHERE unidad LIKE '%SALUD%'",
    // A call is open up to the moment of its opening, and one whose hour is not known to the end of that day.
    query: `SELECT u.nombre AS unidad, p.numero, p.descripcion, p.metodo, p.apertura,
  CAST(julianday(substr(p.apertura, 1, 10)) - julianday(substr(${today}, 1, 10)) AS INTEGER) AS dias_restantes,
  p.url, p.ocid
FROM procedimientos p LEFT JOIN unidades u ON u.id = p.unidad_id
WHERE p.retirado_desde IS NULL
  AND coalesce(p.estado, 'En curso') = 'En curso'
  AND CASE length(p.apertura) WHEN 10 THEN p.apertura >= substr(${today}, 1, 10) ELSE p.apertura >= ${today} END
ORDER BY p.apertura, p.id`,
  },
  {
    name: "cierran_pronto",
    question: "¿Qué convocatorias cierran en los próximos siete días?",
    example: "SELECT * FROM cierran_pronto WHERE dias_restantes <= 3",
    query: "SELECT * FROM abiertas WHERE dias_restantes <= 7",
  },
  {
    name: "nuevas_de_la_semana",
    question: "¿Qué se vio por primera vez en los últimos siete días de los datos?",
    example: "SELECT unidad, count(*) AS nuevas FROM nuevas_de_la_semana GROUP BY unidad",
    query: `SELECT p.visto_primera_vez, u.nombre AS unidad, p.numero, p.descripcion, p.modalidad, p.publicacion, p.apertura, p.url, p.ocid
FROM procedimientos p LEFT JOIN unidades u ON u.id = p.unidad_id
WHERE p.visto_primera_vez > datetime(${today}, '-7 days')
ORDER BY p.visto_primera_vez DESC, p.id DESC`,
  },
  {
    name: "procedimientos_por_unidad_anio_modalidad",
    question: "¿Cuántos procedimientos publica cada unidad por año y modalidad?",
    example:
      "SELECT * FROM procedimientos_por_unidad_anio_modalidad WHERE anio = '2026' ORDER BY procedimientos DESC",
    query: `SELECT p.unidad_id, u.nombre AS unidad, ${year} AS anio, p.modalidad, p.metodo, count(*) AS procedimientos
FROM procedimientos p LEFT JOIN unidades u ON u.id = p.unidad_id
GROUP BY p.unidad_id, anio, p.modalidad, p.metodo
ORDER BY unidad, anio, procedimientos DESC, p.modalidad`,
  },
  {
    name: "unidades_por_anio",
    question: "¿Qué unidades publican más procedimientos cada año?",
    example: "SELECT * FROM unidades_por_anio WHERE anio = '2026' LIMIT 10",
    query: `SELECT ${year} AS anio, p.unidad_id, u.nombre AS unidad, count(*) AS procedimientos
FROM procedimientos p LEFT JOIN unidades u ON u.id = p.unidad_id
GROUP BY anio, p.unidad_id
ORDER BY anio DESC, procedimientos DESC, unidad`,
  },
  {
    name: "adjudicacion_directa_por_unidad",
    question:
      "¿Qué parte de los procedimientos de cada unidad son adjudicaciones directas, de aquellos cuya modalidad se conoce?",
    example:
      "SELECT * FROM adjudicacion_directa_por_unidad WHERE con_metodo >= 20 ORDER BY proporcion DESC",
    query: `SELECT p.unidad_id, u.nombre AS unidad, count(*) AS procedimientos, count(p.metodo) AS con_metodo,
  count(CASE p.metodo WHEN 'Directa' THEN 1 END) AS directas,
  round(1.0 * count(CASE p.metodo WHEN 'Directa' THEN 1 END) / nullif(count(p.metodo), 0), 4) AS proporcion
FROM procedimientos p LEFT JOIN unidades u ON u.id = p.unidad_id
GROUP BY p.unidad_id
ORDER BY unidad`,
  },
  {
    name: "dias_de_publicacion_a_apertura",
    question: "¿Cuántos días pasan de la publicación a la apertura, por modalidad y año?",
    example: "SELECT * FROM dias_de_publicacion_a_apertura WHERE anio = '2026'",
    query: `WITH plazos AS (
  SELECT ${year} AS anio, p.metodo, p.modalidad,
    CAST(julianday(substr(p.apertura, 1, 10)) - julianday(substr(p.publicacion, 1, 10)) AS INTEGER) AS dias
  FROM procedimientos p WHERE p.apertura IS NOT NULL AND p.publicacion IS NOT NULL
), ordenados AS (
  SELECT *, row_number() OVER grupo AS lugar, count(*) OVER (PARTITION BY anio, metodo, modalidad) AS total
  FROM plazos WINDOW grupo AS (PARTITION BY anio, metodo, modalidad ORDER BY dias)
)
SELECT anio, metodo, modalidad, count(*) AS procedimientos, min(dias) AS minimo,
  avg(CASE WHEN lugar IN ((total + 1) / 2, (total + 2) / 2) THEN dias END) AS mediana,
  round(avg(dias), 1) AS promedio, max(dias) AS maximo
FROM ordenados GROUP BY anio, metodo, modalidad ORDER BY anio DESC, metodo, modalidad`,
  },
  {
    name: "fechas_mas_movidas",
    question: "¿Qué procedimientos cambiaron más veces de fecha?",
    example: "SELECT * FROM fechas_mas_movidas LIMIT 20",
    query: `SELECT count(*) AS veces, group_concat(DISTINCT json_extract(cambio.value, '$.campo')) AS fechas,
  p.numero, p.descripcion, u.nombre AS unidad, p.url, p.ocid
FROM cambios c
JOIN json_each(c.cambios) AS cambio
JOIN procedimientos p ON p.ocid = c.ocid
LEFT JOIN unidades u ON u.id = p.unidad_id
WHERE json_extract(cambio.value, '$.clase') = 'fecha movida'
GROUP BY p.id ORDER BY veces DESC, p.id`,
  },
  {
    name: "retirados",
    question: "¿Qué procedimientos y anexos ya no aparecen en el portal, y desde cuándo?",
    example: "SELECT * FROM retirados WHERE que = 'anexo'",
    query: `SELECT 'procedimiento' AS que, p.retirado_desde, p.ocid, p.numero, p.descripcion AS nombre, p.unidad, p.url, p.huella
FROM procedimientos p WHERE p.retirado_desde IS NOT NULL
UNION ALL
SELECT 'anexo', d.retirado_desde, d.ocid, p.numero, d.nombre, p.unidad, d.url, d.huella
FROM documentos d JOIN procedimientos p ON p.ocid = d.ocid WHERE d.retirado_desde IS NOT NULL
ORDER BY 2 DESC, 3, 1`,
  },
  {
    name: "datos_faltantes_por_unidad",
    question: "¿Qué datos faltan en los procedimientos de cada unidad?",
    example:
      "SELECT unidad, procedimientos, sin_fallo FROM datos_faltantes_por_unidad ORDER BY sin_fallo DESC",
    query: `SELECT p.unidad_id, u.nombre AS unidad, count(*) AS procedimientos,
  sum(p.numero IS NULL) AS sin_numero, sum(p.descripcion IS NULL) AS sin_descripcion,
  sum(p.modalidad IS NULL) AS sin_modalidad, sum(p.materia IS NULL) AS sin_materia,
  sum(p.publicacion IS NULL) AS sin_publicacion, sum(p.junta_aclaraciones IS NULL) AS sin_junta_aclaraciones,
  sum(p.apertura IS NULL) AS sin_apertura, sum(p.fallo IS NULL) AS sin_fallo,
  sum(p.estatus IS NULL) AS sin_estatus, sum(p.anexos = 0) AS sin_anexos
FROM procedimientos p LEFT JOIN unidades u ON u.id = p.unidad_id
GROUP BY p.unidad_id ORDER BY unidad`,
  },
  {
    name: "proveedores_por_municipio_y_giro",
    question: "¿Cuántos proveedores hay por municipio y giro?",
    example: "SELECT * FROM proveedores_por_municipio_y_giro WHERE municipio = 'Durango'",
    query: `SELECT p.municipio, g.giro, count(*) AS proveedores
FROM proveedores p JOIN giros g ON g.proveedor_id = p.id
GROUP BY p.municipio, g.giro ORDER BY proveedores DESC, p.municipio, g.giro`,
  },
  {
    name: "quien_gana",
    question:
      "¿Quién gana, cuántas veces y por cuánto, según los informes que se importaron? con_monto dice de cuántas se sabe el monto.",
    example: "SELECT * FROM quien_gana LIMIT 20",
    query: `SELECT proveedor_id, max(proveedor) AS proveedor, max(rfc) AS rfc, count(*) AS adjudicaciones,
  count(DISTINCT unidad_id) AS unidades, count(monto) AS con_monto, round(sum(monto), 2) AS monto,
  count(CASE metodo WHEN 'Directa' THEN 1 END) AS directas
FROM adjudicaciones WHERE proveedor_id IS NOT NULL
GROUP BY proveedor_id ORDER BY monto DESC, adjudicaciones DESC, proveedor_id`,
  },
  {
    name: "quien_participa",
    question: "¿Quién participa, cuántas veces, y cuántas de ellas gana?",
    example: "SELECT * FROM quien_participa WHERE procesos >= 5 ORDER BY ganados",
    query: `SELECT proveedor_id, max(proveedor) AS proveedor, count(DISTINCT ocid) AS procesos,
  count(DISTINCT CASE papel WHEN 'licitante' THEN ocid END) AS licitados,
  count(DISTINCT CASE papel WHEN 'ganador' THEN ocid END) AS ganados
FROM participaciones GROUP BY proveedor_id ORDER BY procesos DESC, proveedor_id`,
  },
  {
    name: "proveedores_de_cada_unidad",
    question: "¿A quién compra cada unidad, cuántas veces y por cuánto?",
    example: "SELECT * FROM proveedores_de_cada_unidad WHERE unidad LIKE '%Salud%' LIMIT 20",
    query: `SELECT unidad_id, max(unidad) AS unidad, proveedor_id, max(proveedor) AS proveedor, count(*) AS adjudicaciones,
  count(monto) AS con_monto, round(sum(monto), 2) AS monto
FROM adjudicaciones WHERE proveedor_id IS NOT NULL
GROUP BY unidad_id, proveedor_id ORDER BY unidad, monto DESC, adjudicaciones DESC, proveedor_id`,
  },
  {
    name: "un_solo_licitante",
    question:
      "¿Qué licitaciones e invitaciones tuvieron un solo licitante, de las que enumeran a sus licitantes?",
    example: "SELECT * FROM un_solo_licitante ORDER BY monto DESC LIMIT 20",
    query: `SELECT ocid, numero, descripcion, unidad, metodo, proveedor, monto
FROM adjudicaciones WHERE licitantes = 1 AND metodo IN ('Abierta', 'Por invitación') ORDER BY ocid, id`,
  },
];
