import { maskPersonal } from "../../../shared/mapping/mask-personal.ts";
import type { PntSupplier } from "../../../shared/mapping/pnt/row.ts";
import { supplierKind } from "../../../shared/registry/supplier-party.ts";
import { dropUndefined } from "../../../shared/values/present.ts";
import { normalizeRfc, publishableRfc } from "../../../shared/values/rfc.ts";

/** The columns in which a report names a supplier. */
export interface SupplierTexts {
  nombre?: string | undefined;
  primerApellido?: string | undefined;
  segundoApellido?: string | undefined;
  razonSocial?: string | undefined;
  rfc?: string | undefined;
}

/**
 * The supplier that a row names, or undefined where it names none. Companies are found in the columns for persons too, in one of them or
 * split over all three. Of a natural person the name alone is kept.
 */
export function readSupplier(texts: SupplierTexts): PntSupplier | undefined {
  const { nombre, primerApellido, segundoApellido, razonSocial } = texts;
  const parts = [nombre, primerApellido, segundoApellido].filter((part) => part !== undefined);
  const personName = parts.length === 0 ? undefined : parts.join(" ");
  const rfc = normalizeRfc(texts.rfc ?? "");
  const hasSurname = primerApellido !== undefined || segundoApellido !== undefined;
  const stated =
    razonSocial !== undefined
      ? "company"
      : nombre !== undefined && hasSurname
        ? "person"
        : undefined;
  const name = razonSocial ?? personName;
  if (name === undefined) return undefined;
  const persona = supplierKind({ name, rfc, stated });
  // Beside a person's RFC the column for companies holds the shop's name, or the same name again.
  const best = persona === "person" && personName !== undefined ? personName : name;
  return dropUndefined<PntSupplier>({
    nombre: maskPersonal(best),
    rfc: persona === "company" ? publishableRfc(rfc) : undefined,
    persona,
  });
}
