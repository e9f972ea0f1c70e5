import type { CompiledRelease } from "../../ocds/schema.ts";
import { supplierParty } from "../../registry/supplier-party.ts";
import type { PntSupplier } from "./row.ts";

export type Party = NonNullable<CompiledRelease["parties"]>[number];
type Role = "interestedParty" | "tenderer" | "supplier";
export interface Reference {
  id: string;
  name: string;
}

/** The parties of a process while its parts are mapped: each supplier once, in all of its roles. */
export interface PartyBook {
  /** The supplier in that role too; what other parts refer to it by. */
  refer(supplier: PntSupplier, role: Role): Reference;
  /** By role, each supplier once. */
  references(role: Role): Reference[];
  parties(): Party[];
}

export function openPartyBook(): PartyBook {
  const known = new Map<string, Party & Reference & { roles: string[] }>();
  return {
    refer: ({ nombre, rfc, persona }, role) => {
      const party = supplierParty({ name: nombre, rfc, stated: persona });
      const entry = known.get(party.id) ?? { ...party, roles: [] as string[] };
      known.set(party.id, entry);
      if (!entry.roles.includes(role)) entry.roles.push(role);
      return { id: entry.id, name: entry.name };
    },
    references: (role) =>
      [...known.values()]
        .filter(({ roles }) => roles.includes(role))
        .map(({ id, name }) => ({ id, name })),
    parties: () => [...known.values()],
  };
}
