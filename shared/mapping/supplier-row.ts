import type { SupplierRow } from "../feed/supplier-row.ts";
import type { Proveedor } from "../portal/records.ts";
import { hashJson } from "../values/hash.ts";
import { dropUndefined } from "../values/present.ts";
import { normalizeRfc, publishableRfc, rfcOwner } from "../values/rfc.ts";
import { foldLabel } from "../values/text.ts";

/**
 * A supplier as it may be published: a natural person's RFC is left out, also where the registry prints it in the place of a
 * number, and so is whatever RFC stands beside someone whom the registry calls a person.
 */
export function mapSupplierRow(supplier: Proveedor): SupplierRow {
  const rfc = normalizeRfc(supplier.rfc ?? "");
  const kind = personType(supplier, rfc);
  const folio = isPersonal(supplier.folio ?? "") ? undefined : supplier.folio;
  return dropUndefined<SupplierRow>({
    // A person's RFC must not be recoverable from the id, so only the name and the folio go into it.
    id: hashJson([folio ?? null, foldLabel(supplier.nombre)]).slice(0, 16),
    registryNumber: folio,
    rfc: kind === "person" ? undefined : publishableRfc(rfc),
    name: supplier.nombre,
    personType: kind,
    municipality: supplier.municipio,
    activities: supplier.giros,
    registeredAt: supplier.fechaInscripcion,
    validUntil: supplier.vigenciaHasta,
    statusText: supplier.estatus,
  });
}

/** Whether a text is a natural person's RFC or CURP. */
function isPersonal(text: string): boolean {
  const normal = normalizeRfc(text);
  return rfcOwner(normal) === "person" || /^[A-ZÑ]{4}\d{6}[HMX][A-ZÑ]{5}[A-Z0-9]\d$/.test(normal);
}

function personType(supplier: Proveedor, rfc: string): SupplierRow["personType"] {
  const stated = foldLabel(supplier.tipoPersona ?? "");
  if (/\bmoral\b/.test(stated)) return "company";
  if (/\bfisica\b/.test(stated)) return "person";
  const owner = rfcOwner(rfc);
  return owner === "generic" ? undefined : owner;
}
