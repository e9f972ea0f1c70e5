import type { Listing69b, SupplierRow } from "../../../shared/feed/supplier-row.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { registryStatusNames, situation69bWords } from "../../overlay/card-words.ts";
import { formatDayWords, t } from "../../overlay/i18n.ts";
import { Term } from "../../overlay/term.tsx";

interface RegistryFactsProps {
  /** The supplier's rows, of which the portal's and an imported registry may have one each. */
  rows: readonly SupplierRow[];
  listing: Listing69b | undefined;
}

/** What the registry says of a supplier, and what the SAT's list says of a company: as they say it, with its date. */
export function RegistryFacts({ rows, listing }: RegistryFactsProps) {
  return (
    <>
      <h4>{t("cardRegistry")}</h4>
      {rows.length === 0 && <p className="hint">{t("cardNotInRegistry")}</p>}
      {rows.map((row) => (
        <RegistryRow key={row.id} row={row} />
      ))}
      {listing && <Listing listing={listing} />}
    </>
  );
}

function RegistryRow({ row }: { row: SupplierRow }) {
  const { status, statusText, activities, validUntil, municipality, registryNumber, rfc } = row;
  const state = status ? t(registryStatusNames[status]) : (statusText ?? t("registryUnsaid"));
  return (
    <div className="registry-row">
      <p className="facts">
        <span className="state">{state}</span>
        {validUntil && (
          <span>{t("supplierValid", formatDayWords(validUntil, durango.timeZone))}</span>
        )}
        {rfc && <span>{t("supplierRfc", rfc)}</span>}
        {row.personType === "person" && <span>{t("supplierPerson")}</span>}
        {municipality && <span>{t("supplierMunicipality", municipality)}</span>}
        {registryNumber && <span>{t("supplierRegistry", registryNumber)}</span>}
        {row.importedAt && (
          <span>{t("registryFrom", formatDayWords(row.importedAt, durango.timeZone))}</span>
        )}
      </p>
      <p className="aside">
        {activities.length > 0
          ? t("supplierActivities", activities.join(", "))
          : t("registryNoActivities")}
      </p>
    </div>
  );
}

function Listing({ listing }: { listing: Listing69b }) {
  const { situation, listDate, gazettePublishedOn } = listing;
  const { name, meaning } = situation69bWords[situation];
  const day = (on: string) => formatDayWords(`${on}T12:00:00Z`, durango.timeZone);
  return (
    <>
      <h4>
        <Term name="listTitle" />
      </h4>
      <p className="aside">
        {t("listSays", day(listDate), t(name))} {t(meaning)}
        {gazettePublishedOn && ` ${t("listGazette", day(gazettePublishedOn))}`}
      </p>
      <p className="aside">{t("listAbout")}</p>
    </>
  );
}
