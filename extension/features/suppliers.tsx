import { memo, useState } from "react";
import { type RegistryStatus, registryStatuses } from "../../shared/feed/registry-statuses.ts";
import type { SupplierRow } from "../../shared/feed/supplier-row.ts";
import { durango } from "../../shared/portal/profiles/durango.ts";
import { registryStatusNames } from "../overlay/card-words.ts";
import { formatCount, formatDayWords, t } from "../overlay/i18n.ts";
import { Terms } from "../overlay/term.tsx";
import { useAnswer } from "../overlay/use-answer.ts";
import { SupplierCard } from "./cards/supplier-card.tsx";
import { Failure } from "./failure.tsx";

const suppliersAtOnce = 50;

/** The registry of suppliers, searched by name, RFC, line of business, municipality or status; each with its card. */
export const Suppliers = memo(function Suppliers() {
  const [text, setText] = useState("");
  const [status, setStatus] = useState<RegistryStatus>();
  const [limit, setLimit] = useState(suppliersAtOnce);
  const { answer, failure } = useAnswer("suppliers", { text, ...(status && { status }), limit });
  if (failure !== undefined) return <Failure reason={failure} />;
  return (
    <>
      <Terms names={["tabSuppliers"]} />
      <form className="filters" onSubmit={(event) => event.preventDefault()}>
        <label className="field">
          <span>{t("supplierSearch")}</span>
          <input
            type="search"
            value={text}
            placeholder={t("supplierExample")}
            autoComplete="off"
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <label className="field">
          <span>{t("supplierStatus")}</span>
          <select
            value={status ?? ""}
            onChange={(event) =>
              setStatus(registryStatuses.find((each) => each === event.target.value))
            }
          >
            <option value="">{t("supplierAnyStatus")}</option>
            {registryStatuses.map((each) => (
              <option key={each} value={each}>
                {t(registryStatusNames[each])}
              </option>
            ))}
          </select>
        </label>
      </form>
      <p role="status" className="count">
        {answer === undefined || answer.status.isLoading
          ? t("loading")
          : answer.total > 0 &&
            t("supplierCount", formatCount(answer.count), formatCount(answer.total))}
      </p>
      {answer && !answer.status.isLoading && answer.total === 0 && (
        <p className="hint">{t("supplierUnknown")}</p>
      )}
      {answer && answer.total > 0 && answer.count === 0 && (
        <p className="hint">{t("supplierNone")}</p>
      )}
      {answer && answer.count > 0 && (
        <>
          <h3 className="results-title">{t("supplierResults")}</h3>
          <ol aria-label={t("supplierResults")} className="results">
            {answer.rows.map((row) => (
              <Supplier key={row.id} row={row} />
            ))}
          </ol>
        </>
      )}
      {answer && answer.rows.length < answer.count && (
        <button type="button" className="more" onClick={() => setLimit(limit + suppliersAtOnce)}>
          {t("more")}
        </button>
      )}
    </>
  );
});

function Supplier({ row }: { row: SupplierRow }) {
  return (
    <li className="result">
      <p className="supplier-name">{row.name}</p>
      {row.activities.length > 0 && (
        <p className="buyer">{t("supplierActivities", row.activities.join(", "))}</p>
      )}
      <p className="facts">
        {row.statusText && <span className="state">{row.statusText}</span>}
        {row.rfc && <span>{t("supplierRfc", row.rfc)}</span>}
        {row.personType === "person" && <span>{t("supplierPerson")}</span>}
        {row.municipality && <span>{t("supplierMunicipality", row.municipality)}</span>}
        {row.validUntil && (
          <span>{t("supplierValid", formatDayWords(row.validUntil, durango.timeZone))}</span>
        )}
        {row.registryNumber && <span>{t("supplierRegistry", row.registryNumber)}</span>}
      </p>
      <SupplierCard party={row.party} name={row.name} />
    </li>
  );
}
