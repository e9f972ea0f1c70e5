import { writePartidaCode } from "../../../shared/values/partida-code.ts";
import type { Conversations } from "../../messages.ts";
import { formatCount, t } from "../../overlay/i18n.ts";

interface PartidaChipsProps {
  codes: readonly string[];
  known: Readonly<Conversations["search"]["answer"]["partidas"]>;
  remove: (code: string) => void;
}

/** The codes that a filter has, each with what is told of it and what only words say, and a button that takes it out. */
export function PartidaChips({ codes, known, remove }: PartidaChipsProps) {
  if (codes.length === 0) return null;
  return (
    <ul className="chips" aria-label={t("partidaChosen")}>
      {codes.map((code) => {
        const partida = known.find((each) => each.code === code);
        const written = writePartidaCode(code);
        const title = partida?.name === undefined ? written : `${written} ${partida.name}`;
        return (
          <li key={code}>
            <div>
              <p>{title}</p>
              {partida && (
                <p className="help">
                  {t(
                    "partidaCounts",
                    formatCount(partida.count),
                    formatCount(partida.told),
                    formatCount(partida.count - partida.told),
                  )}
                </p>
              )}
            </div>
            <button
              type="button"
              className="quiet"
              aria-label={t("partidaRemove", title)}
              onClick={() => remove(code)}
            >
              ×
            </button>
          </li>
        );
      })}
    </ul>
  );
}
