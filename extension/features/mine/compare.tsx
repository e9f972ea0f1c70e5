import { useEffect, useRef } from "react";
import { isWithdrawn } from "../../../shared/feed/is-withdrawn.ts";
import type { TenderRow } from "../../../shared/feed/tender-row.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { stateOf } from "../../../shared/search/filter.ts";
import { formatInstantWords, type MessageName, t } from "../../overlay/i18n.ts";
import { stateNames } from "../../overlay/state-names.ts";
import { Explained } from "../../overlay/term.tsx";
import { titleOf } from "../procedure-link.tsx";

/** More do not fit side by side. */
export const compareAtMost = 4;

const instant =
  (key: "opensAt" | "clarificationAt" | "awardAt" | "publishedAt") => (row: TenderRow) =>
    row[key] && formatInstantWords(row[key], durango.timeZone);

const lines: readonly { name: MessageName; read: (row: TenderRow) => string | undefined }[] = [
  {
    name: "state",
    read: (row) => (isWithdrawn(row) ? t("withdrawn") : t(stateNames[stateOf(row, Date.now())])),
  },
  { name: "fieldOpening", read: instant("opensAt") },
  { name: "fieldClarification", read: instant("clarificationAt") },
  { name: "fieldAward", read: instant("awardAt") },
  { name: "fieldPublication", read: instant("publishedAt") },
  { name: "fieldStatus", read: ({ statusText }) => statusText },
  { name: "fieldBuyer", read: ({ buyerName }) => buyerName },
  { name: "fieldMethod", read: ({ methodText }) => methodText },
  { name: "fieldNumber", read: ({ number }) => number },
];

/** Up to four procedures side by side, over the whole window until it is closed. */
export function Compare({ rows, close }: { rows: readonly TenderRow[]; close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="compare" aria-label={t("compareTitle")} onClose={close}>
      <header>
        <h3>{t("compareTitle")}</h3>
        <button type="button" className="quiet" onClick={() => dialog.current?.close()}>
          {t("close")}
        </button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by the keyboard. */}
      <section className="scroll" tabIndex={0} aria-label={t("compareTitle")}>
        <table>
          <thead>
            <tr>
              <td />
              {rows.map((row) => (
                <th key={row.id} scope="col">
                  <a href={durango.routes.procedimiento.replace("{id}", row.id)}>{titleOf(row)}</a>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ name, read }) => {
              const values = rows.map(read);
              const isTorn = new Set(values).size > 1;
              return (
                <tr key={name}>
                  <th scope="row">
                    <Explained name={name} />
                    {isTorn && <small>{t("compareDiffers")}</small>}
                  </th>
                  {rows.map((row, position) => (
                    <td key={row.id} className={isTorn ? "differs" : undefined}>
                      {values[position] ?? <span className="unknown">{t("unknown")}</span>}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </dialog>
  );
}
