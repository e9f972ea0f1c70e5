import type { MethodChoice, TenderFilter, TenderState } from "../search/filter.ts";
import { namePartida } from "../search/partidas/partida-list.ts";
import { writePartidaCode } from "../values/partida-code.ts";

/** What a procedure's state is called in a file. */
export const stateWords: Readonly<Record<TenderState, string>> = {
  open: "Abierta",
  closed: "Cerrada",
  undated: "Sin fecha de apertura",
};

const methodWords: Readonly<Record<MethodChoice, string>> = {
  open: "Licitación pública o concurso",
  selective: "Invitación restringida",
  limited: "Limitada",
  direct: "Adjudicación directa",
  unknown: "Sin modalidad conocida",
};

/**
 * A filter in Spanish, for the reader of a file: `Texto: papelería; Estado: Abierta; Publicada desde 2026-01-01`.
 *
 * @param nameBuyer what a buyer is called; undefined where nobody knows.
 */
export function describeFilter(
  filter: TenderFilter,
  nameBuyer: (id: string) => string | undefined,
): string {
  const { text, buyers, methods, states, partidas } = filter;
  const parts = [
    text.trim() && `Texto: ${text.trim()}`,
    list(
      "Dependencia",
      buyers.map((id) => nameBuyer(id) ?? id),
    ),
    list(
      "Modalidad",
      methods.map((method) => methodWords[method]),
    ),
    list(
      "Estado",
      states.map((state) => stateWords[state]),
    ),
    list(
      "Partida (dicha en la PNT, o según las palabras del título)",
      partidas.map((code) => `${writePartidaCode(code)} ${namePartida(code).name ?? ""}`.trim()),
    ),
    days("Publicada", filter.publishedFrom, filter.publishedTo),
    days("Apertura", filter.opensFrom, filter.opensTo),
    filter.onlyNews && "Solo novedades desde la última visita",
    filter.hideSeen && "Sin las ya vistas",
  ].filter((part) => part !== undefined && part !== "");
  return parts.length === 0 ? "Sin filtro: todo lo que se conoce" : parts.join("; ");
}

function list(name: string, values: readonly string[]): string | undefined {
  return values.length === 0 ? undefined : `${name}: ${values.join(" o ")}`;
}

function days(name: string, from: string | undefined, to: string | undefined): string | undefined {
  if (from === undefined && to === undefined) return undefined;
  return `${name}${from === undefined ? "" : ` desde ${from}`}${to === undefined ? "" : ` hasta ${to}`}`;
}
