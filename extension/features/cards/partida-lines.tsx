import type { Conversations } from "../../messages.ts";
import { t } from "../../overlay/i18n.ts";
import { sayPartida } from "../../overlay/say-partida.ts";

type Partidas = Conversations["similar"]["answer"]["partidas"];

/** The codes of the COG that a procedure belongs to, by their names; that there is none where nobody tells and no words say. */
export function PartidaLines({ partidas }: { partidas: Partidas }) {
  if (partidas.length === 0) return <p className="aside">{t("partidaUntold")}</p>;
  return partidas.map(({ names, ...reason }) => {
    const said = sayPartida(reason);
    // A code that was told may be none of the list.
    const named = names.length === 0 ? "" : ` (${names.join("; ")})`;
    return (
      <p key={said} className="aside">
        {t("partidaOfThis", said + named)}
      </p>
    );
  });
}
