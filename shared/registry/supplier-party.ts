import { hashJson } from "../values/hash.ts";
import { normalizeRfc, publishableRfc, rfcOwner } from "../values/rfc.ts";
import { collapseSpaces } from "../values/text.ts";
import { foldName, nameKey } from "./fold-name.ts";

/** A supplier as a source names it. */
export interface NamedSupplier {
  name: string;
  /** As it stands there; generic and unreadable ones tell nothing. */
  rfc?: string | undefined;
  /** Whether the source says that it is a natural person or a company; absent where it does not. */
  stated?: "company" | "person" | undefined;
}

/** A supplier as every release names it: one `id` for one supplier, whichever source speaks of it. */
export interface SupplierParty {
  id: string;
  name: string;
  /** Companies only. */
  identifier?: { scheme: "MX-RFC"; id: string };
}

/**
 * Whether a supplier is a natural person: by the shape of the RFC, else by a legal form in the name, else as the source says.
 * Undefined where nothing tells.
 */
export function supplierKind({
  name,
  rfc,
  stated,
}: NamedSupplier): "company" | "person" | undefined {
  const owner = rfcOwner(normalizeRfc(rfc ?? ""));
  if (owner === "company" || owner === "person") return owner;
  return foldName(name).form === undefined ? stated : "company";
}

/**
 * The party that a supplier is: a company by its RFC, else by folded name and legal form. A natural person is known by name alone,
 * and so is whoever may be one: nothing in the `id` comes from an RFC that must not be published.
 */
export function supplierParty(supplier: NamedSupplier): SupplierParty {
  const name = collapseSpaces(supplier.name);
  const kind = supplierKind(supplier);
  const rfc = kind === "company" ? publishableRfc(normalizeRfc(supplier.rfc ?? "")) : undefined;
  if (rfc !== undefined) {
    return { id: `MX-RFC-${rfc}`, name, identifier: { scheme: "MX-RFC", id: rfc } };
  }
  return { id: `MX-DUR-PROV-${hashJson(nameKey(name)).slice(0, 16)}`, name };
}
