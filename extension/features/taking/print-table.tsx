import { isWithdrawn } from "../../../shared/feed/is-withdrawn.ts";
import type { TenderRow } from "../../../shared/feed/tender-row.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { stateOf } from "../../../shared/search/filter.ts";
import { describeStamp } from "../../../shared/tables/describe-stamp.ts";
import { formatCount, formatInstantWords, type MessageName, t } from "../../overlay/i18n.ts";
import { stateNames } from "../../overlay/state-names.ts";
import type { PrintedRows } from "../../take-messages.ts";
import { titleOf } from "../procedure-link.tsx";

const instantWords = (instant: string | undefined): string | undefined =>
  instant && formatInstantWords(instant, durango.timeZone);

const columns: readonly {
  name: MessageName;
  read: (row: TenderRow, madeAtMs: number) => string | undefined;
}[] = [
  { name: "fieldNumber", read: ({ number }) => number },
  { name: "fieldTitle", read: titleOf },
  { name: "fieldBuyer", read: ({ buyerName }) => buyerName },
  { name: "fieldMethod", read: ({ methodText }) => methodText },
  { name: "fieldPublication", read: ({ publishedAt }) => instantWords(publishedAt) },
  { name: "fieldOpening", read: ({ opensAt }) => instantWords(opensAt) },
  {
    name: "state",
    read: (row, madeAtMs) =>
      isWithdrawn(row) ? t("withdrawn") : t(stateNames[stateOf(row, madeAtMs)]),
  },
  { name: "fieldStatus", read: ({ statusText }) => statusText },
];

/** The rows for paper, under what says where they come from. Addresses are written out: paper has no links. */
export function PrintTable({ printed: { stamp, rows, missing } }: { printed: PrintedRows }) {
  const madeAtMs = Date.parse(stamp.madeAt);
  return (
    <>
      <h1>{t("printTitle")}</h1>
      <dl>
        {describeStamp(stamp).map(([name, value]) => (
          <div key={name}>
            <dt>{name}:</dt> <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {missing > 0 && <p>{t("takeMissing", formatCount(missing))}</p>}
      <table>
        <thead>
          <tr>
            {columns.map(({ name }) => (
              <th key={name} scope="col">
                {t(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {columns.map(({ name, read }) => (
                <td key={name}>
                  {read(row, madeAtMs)}
                  {name === "fieldTitle" && <small>{row.url}</small>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
