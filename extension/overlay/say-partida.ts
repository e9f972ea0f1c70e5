import type { PartidaReason } from "../../shared/search/partidas/explain-partida.ts";
import { t } from "./i18n.ts";

/** Which code something belongs to, and always whether that was told or only its words say so. */
export function sayPartida({ codes, words }: PartidaReason): string {
  const named = codes.reduce((before, code) => t("partidaOr", before, code));
  return words === undefined ? t("partidaTold", named) : t("partidaDeduced", named, words);
}
