import { describe, expect, it } from "vitest";
import { supplierKind, supplierParty } from "../../../shared/registry/supplier-party.ts";

const company = { name: "Comercializadora Zeta S.A. de C.V.", rfc: "ZZA-010203-AB3" };
const person = { name: "FULANA INVENTADA ZETA", rfc: "ZZZZ010203AB3" };

describe("the party that a supplier is", () => {
  it("is known by its RFC where it is a company, however its name is written", () => {
    expect(supplierParty(company)).toEqual({
      id: "MX-RFC-ZZA010203AB3",
      name: "Comercializadora Zeta S.A. de C.V.",
      identifier: { scheme: "MX-RFC", id: "ZZA010203AB3" },
    });
    expect(supplierParty({ ...company, name: "ZETA" }).id).toBe("MX-RFC-ZZA010203AB3");
  });

  it("is known by name and legal form where there is no RFC that tells", () => {
    const { id, identifier } = supplierParty({ name: company.name });
    expect(identifier).toBeUndefined();
    for (const rfc of [undefined, "", "XAXX010101000", "No aplica", "ZZA01"]) {
      expect(supplierParty({ name: "COMERCIALIZADORA ZETA SA DE CV", rfc }).id).toBe(id);
    }
    expect(supplierParty({ name: "Comercializadora Zeta SC" }).id).not.toBe(id);
  });

  it("tells nothing of a natural person but the name", () => {
    expect(supplierParty(person)).toEqual({
      id: supplierParty({ name: "Fulana Inventada Zeta", stated: "person" }).id,
      name: "FULANA INVENTADA ZETA",
    });
    expect(supplierKind(person)).toBe("person");
  });

  it("gives out no RFC that stands beside someone whom the source calls a person without one of that shape", () => {
    // The shape of the RFC is stronger than what people tick.
    expect(supplierKind({ ...company, stated: "person" })).toBe("company");
    expect(supplierKind({ name: "Fulana Inventada", stated: "person" })).toBe("person");
    expect(supplierKind({ name: "Fulana Inventada" })).toBeUndefined();
    expect(supplierKind({ name: "Zeta SA de CV", stated: "person" })).toBe("company");
  });
});
