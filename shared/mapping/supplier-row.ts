import type { Listing69b, RegistryRow, SupplierRow } from "../feed/supplier-row.ts";
import type { Proveedor } from "../portal/records.ts";
import { findMunicipality } from "../registry/find-municipality.ts";
import { registryStatus } from "../registry/registry-status.ts";
import { supplierParty } from "../registry/supplier-party.ts";
import { hashJson } from "../values/hash.ts";
import { dropUndefined } from "../values/present.ts";
import { normalizeRfc, publishableRfc, rfcOwner } from "../values/rfc.ts";
import { foldLabel } from "../values/text.ts";
import { maskNumber, maskPersonal } from "./mask-personal.ts";

/** Where a row of the registry comes from. */
export type SupplierOrigin =
  | { source: "portal" }
  | { source: "import"; importName: string; importedAt: string };

/**
 * A row of the registry with what is derived from it: nothing of a source's own words is changed.
 *
 * @param article69b what the SAT's list says of its RFC. @param isOfDurango whether a municipality that it names is Durango's; other states have
 * municipalities of the same names, whose codes are not known here.
 */
export function describeSupplier(
  row: RegistryRow,
  origin: SupplierOrigin,
  article69b?: Listing69b,
  isOfDurango = true,
): SupplierRow {
  const { name, rfc, personType: stated, municipality, statusText } = row;
  return dropUndefined<SupplierRow>({
    ...row,
    ...origin,
    party: supplierParty({ name, rfc, stated }).id,
    municipalityCode: municipality && isOfDurango ? findMunicipality(municipality) : undefined,
    status: statusText === undefined ? undefined : registryStatus(statusText),
    article69b,
  });
}

/**
 * A supplier as it may be published: a natural person's RFC is left out, also where the registry prints it in the place of a
 * number, and so is whatever RFC stands beside someone whom the registry calls a person; its texts are masked as all that is published.
 */
export function mapSupplierRow(supplier: Proveedor): RegistryRow {
  const rfc = normalizeRfc(supplier.rfc ?? "");
  const kind = personType(supplier, rfc);
  const folio = isPersonal(supplier.folio ?? "") ? undefined : supplier.folio;
  const name = maskPersonal(supplier.nombre);
  const shown = (text: string | undefined) => text && maskPersonal(text);
  return dropUndefined<RegistryRow>({
    // A person's RFC must not be recoverable from the id, so only the name and the folio go into it.
    id: hashJson([folio ?? null, foldLabel(name)]).slice(0, 16),
    registryNumber: folio && maskNumber(folio),
    rfc: kind === "person" ? undefined : publishableRfc(rfc),
    name,
    personType: kind,
    municipality: shown(supplier.municipio),
    activities: supplier.giros.map(maskPersonal),
    registeredAt: supplier.fechaInscripcion,
    validUntil: supplier.vigenciaHasta,
    statusText: shown(supplier.estatus),
  });
}

/** Whether a text is a natural person's RFC, with or without its homoclave, or CURP. */
function isPersonal(text: string): boolean {
  const normal = normalizeRfc(text);
  return (
    rfcOwner(normal) === "person" ||
    /^[A-ZÑ&]{4}\d{6}$|^[A-ZÑ]{4}\d{6}[HMX][A-ZÑ]{5}[A-Z0-9]\d$/.test(normal)
  );
}

function personType(supplier: Proveedor, rfc: string): RegistryRow["personType"] {
  const stated = foldLabel(supplier.tipoPersona ?? "");
  if (/\bmoral\b/.test(stated)) return "company";
  if (/\bfisica\b/.test(stated)) return "person";
  const owner = rfcOwner(rfc);
  return owner === "generic" ? undefined : owner;
}
