import type { DictionarySection } from "./entry.ts";

/** `TenderRow`. */
export const tenderRowSection: DictionarySection = {
  id: "fila",
  title: "Procedimiento en una fila",
  about: "Un procedimiento como se busca y se filtra: sin listas ni objetos adentro.",
  entries: [
    { path: "id", name: "Número en el portal", meaning: "El número que el portal da a la página." },
    {
      path: "ocid",
      name: "Identificador del proceso",
      meaning: "El mismo que en las entregas.",
    },
    {
      path: "url",
      name: "Página en el portal",
      meaning: "La dirección de la página del procedimiento.",
    },
    {
      path: "number",
      name: "Número de procedimiento",
      meaning: "El número oficial, tal como lo escribe el portal. Falta si no imprime ninguno.",
      from: ["procedimiento.numeroProcedimiento"],
    },
    {
      path: "title",
      name: "Descripción",
      meaning: "Qué se contrata.",
      from: ["procedimiento.descripcion"],
    },
    {
      path: "buyerId",
      name: "Identificador de la unidad",
      meaning: "El mismo que en las entregas.",
      from: ["procedimiento.unidadCompradora"],
    },
    {
      path: "buyerName",
      name: "Unidad compradora",
      meaning: "El nombre de la unidad, como lo escribe el portal.",
      from: ["procedimiento.unidadCompradora"],
    },
    {
      path: "method",
      name: "Método",
      meaning: "La modalidad según el estándar, como `tender/procurementMethod`.",
      from: ["procedimiento.tipoProcedimiento"],
    },
    {
      path: "methodText",
      name: "Modalidad",
      meaning: "El tipo de procedimiento, en palabras del portal.",
      from: ["procedimiento.tipoProcedimiento"],
    },
    {
      path: "category",
      name: "Categoría",
      meaning: "La materia según el estándar, como `tender/mainProcurementCategory`.",
      from: ["procedimiento.materia"],
    },
    {
      path: "publishedAt",
      name: "Publicación",
      meaning: "Fecha de publicación de la convocatoria.",
      from: ["procedimiento.fechaPublicacion"],
    },
    {
      path: "clarificationAt",
      name: "Junta de aclaraciones",
      meaning: "Fecha de la junta.",
      from: ["procedimiento.fechaJuntaAclaraciones"],
    },
    {
      path: "opensAt",
      name: "Apertura de proposiciones",
      meaning: "Fecha de la apertura: desde entonces está cerrada.",
      from: ["procedimiento.fechaAperturaProposiciones"],
    },
    {
      path: "awardAt",
      name: "Fallo",
      meaning: "Fecha anunciada del fallo.",
      from: ["procedimiento.fechaFallo"],
    },
    {
      path: "status",
      name: "Estado",
      meaning: "El estatus según el estándar, como `tender/status`.",
      from: ["procedimiento.estatus"],
    },
    {
      path: "statusText",
      name: "Estatus en el portal",
      meaning: "El estatus, en palabras del portal.",
      from: ["procedimiento.estatus"],
    },
    {
      path: "withdrawnAt",
      name: "Retirada del portal",
      meaning: "Desde cuándo no aparece en el portal; falta mientras aparece.",
    },
    {
      path: "partidas",
      name: "Partidas",
      meaning:
        "Las partidas del Clasificador por Objeto del Gasto (COG) que dice un informe de la PNT, como las escribe; falta si ninguno las dice.",
    },
    {
      path: "changedDates",
      name: "Fechas que cambiaron",
      meaning:
        "Las fechas cuyo evento de calendario cambió desde que se anunció; falta si no cambió ninguno.",
    },
    {
      path: "changedDates/event",
      name: "Evento",
      meaning: "«junta-aclaraciones», «apertura» o «fallo».",
    },
    {
      path: "changedDates/sequence",
      name: "Cambios",
      meaning:
        "Cuántas veces cambió el evento (su fecha, sus textos o que se canceló): el SEQUENCE de los calendarios.",
    },
    {
      path: "changedDates/lastAt",
      name: "Última fecha anunciada",
      meaning: "La última que anunció el portal; solo si ya no anuncia ninguna.",
      rare: "Pocas veces el portal quita una fecha.",
    },
  ],
};
