import type { TenderRow } from "../feed/tender-row.ts";
import type { CompiledRelease } from "../ocds/schema.ts";
import type { Procedimiento } from "../portal/records.ts";
import { dropUndefined } from "../values/present.ts";

/**
 * One line of what people search: a compiled release with the portal's own words, which OCDS has no place for.
 * A field that the portal leaves out is absent.
 */
export function mapTenderRow(compiled: CompiledRelease, record: Procedimiento): TenderRow {
  const { tender, buyer } = compiled;
  return dropUndefined<TenderRow>({
    id: record.id,
    ocid: compiled.ocid,
    url: record.url,
    number: record.numeroProcedimiento,
    title: tender.title,
    buyerId: buyer?.id,
    buyerName: buyer?.name,
    method: tender.procurementMethod,
    methodText: tender.procurementMethodDetails,
    category: tender.mainProcurementCategory,
    publishedAt: tender.tenderPeriod?.startDate,
    clarificationAt: tender.enquiryPeriod?.endDate,
    opensAt: tender.bidOpening?.date,
    awardAt: tender.awardPeriod?.endDate,
    status: tender.status,
    statusText: record.estatus?.texto,
  });
}
