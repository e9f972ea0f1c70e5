import type { TenderRow } from "../feed/tender-row.ts";
import type { CompiledRelease } from "../ocds/schema.ts";
import type { Procedimiento } from "../portal/records.ts";
import { dropUndefined, type WithUndefined } from "../values/present.ts";
import { cogScheme } from "./cog-scheme.ts";

type Items = NonNullable<CompiledRelease["tender"]>["items"];

/**
 * One line of what people search: the state of a process with the portal's own words, which OCDS has no place for.
 * A field that the portal leaves out is absent.
 *
 * @param history what the page of the procedure does not say: since when it is gone, and which dates changed.
 */
export function mapTenderRow(
  // The model lets a release have no tender, and a number for an identifier.
  { ocid, tender, buyer }: Pick<CompiledRelease, "ocid" | "tender" | "buyer">,
  record: Procedimiento,
  history: Pick<WithUndefined<TenderRow>, "withdrawnAt" | "changedDates"> = {},
): TenderRow {
  return dropUndefined<TenderRow>({
    id: record.id,
    ocid,
    url: record.url,
    number: record.numeroProcedimiento,
    title: tender?.title,
    buyerId: buyer?.id === undefined ? undefined : String(buyer.id),
    buyerName: buyer?.name,
    method: tender?.procurementMethod,
    methodText: tender?.procurementMethodDetails,
    category: tender?.mainProcurementCategory,
    publishedAt: tender?.tenderPeriod?.startDate,
    clarificationAt: tender?.enquiryPeriod?.endDate,
    opensAt: tender?.bidOpening?.date,
    awardAt: tender?.awardPeriod?.endDate,
    status: tender?.status,
    statusText: record.estatus?.texto,
    partidas: toldPartidas(tender?.items),
    ...history,
  });
}

/** The codes of the COG among the classifications of items. */
function toldPartidas(items: Items = []): string[] | undefined {
  const told = items.flatMap(({ classification }) =>
    classification?.scheme === cogScheme && typeof classification.id === "string"
      ? [classification.id]
      : [],
  );
  return told.length === 0 ? undefined : told;
}
