import type { CompiledRelease } from "../../ocds/schema.ts";
import { digest } from "./identity.ts";
import type { PartyBook, Reference } from "./parties.ts";
import type { PntRow, PntSupplier } from "./row.ts";

export type Bid = NonNullable<NonNullable<CompiledRelease["bids"]>["details"]>[number];

/**
 * Who was invited, who bid and what was quoted. The reports tell amounts of quotes alone; whether a bid was valid they tell of none. Who is
 * listed as a possible contractor is an invited bidder in an invitation, and in any other procedure someone who showed interest.
 */
export function mapBids(
  rows: readonly PntRow[],
  book: PartyBook,
): { bids: Bid[]; tenderers: Reference[] } {
  const bids = new Map<string, Bid>();
  const add = (kind: string, reference: Reference, rest: Omit<Bid, "id" | "tenderers">) => {
    const id = `${kind}-${digest([reference.id, rest.value ?? null])}`;
    bids.set(id, { id, ...rest, tenderers: [reference] });
  };
  for (const { modalidad, posiblesContratantes, proposiciones, cotizaciones } of rows) {
    for (const supplier of posiblesContratantes) {
      const reference = book.refer(supplier, "interestedParty");
      if (modalidad === "invitacion") add("invitacion", reference, { status: "invited" });
    }
    for (const supplier of proposiciones) {
      add("proposicion", book.refer(supplier, "tenderer"), {});
    }
    for (const supplier of cotizaciones) {
      add("cotizacion", book.refer(supplier, "tenderer"), quotedValue(supplier));
    }
  }
  return { bids: [...bids.values()], tenderers: book.references("tenderer") };
}

function quotedValue({ monto }: PntSupplier): Pick<Bid, "value"> {
  return monto === undefined ? {} : { value: { amount: monto, currency: "MXN" } };
}
