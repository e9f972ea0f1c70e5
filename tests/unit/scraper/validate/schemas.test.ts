import { describe, expect, it } from "vitest";
import { makeFolder } from "../try-scrape.ts";
import {
  check,
  compiled,
  hasSchemas,
  json,
  later,
  record,
  release,
  releasePackage,
  schemaDir,
} from "./documents.ts";

describe.skipIf(!hasSchemas)(
  "validate by the official schemas (skipped where they are not at hand)",
  () => {
    const withTender = (change: object, about: object = {}) => ({
      ...releasePackage,
      ...about,
      releases: [{ ...release, tender: { ...release.tender, ...change } }],
    });
    const nothing = "https://example.org/ocds_nothing/v1/extension.json";
    const cases: [string, unknown, unknown[]][] = [
      ["nothing in what is sound", withTender({}), []],
      [
        "a code of no closed list",
        withTender({ status: "abierta" }),
        [expect.stringMatching(/^releases\/0\/tender\/status: must be equal to one of/)],
      ],
      [
        "a field that no schema defines",
        withTender({ estatus: "x" }),
        ["releases/0/tender/estatus: no schema defines this field"],
      ],
      [
        "an empty field",
        withTender({ description: "" }),
        ['releases/0/tender/description: an empty field ("")'],
      ],
      [
        "a release that stands twice",
        { ...releasePackage, releases: [release, later, release] },
        [expect.stringMatching(/^releases: must not have an item twice/)],
      ],
      [
        "a field of an extension that is not declared",
        withTender({}, { extensions: undefined }),
        ["releases/0/tender/bidOpening: no schema defines this field"],
      ],
      [
        "an extension that the folder lacks",
        withTender({ bidOpening: undefined }, { extensions: [nothing] }),
        [`extensions: the schema folder lacks the declared extension ${nothing}`],
      ],
      ["nothing in a null that removes a field", withTender({ title: null }), []],
      [
        "a null in what is compiled",
        {
          ...record,
          compiledRelease: { ...compiled, tender: { ...release.tender, title: null } },
        },
        ["compiledRelease/tender/title: an empty field (null)"],
      ],
      [
        "what is unknown in an extension of this project, in a release alone, which declares none",
        { ...release, bids: { details: [{ id: "1", status: "valid", monto: 1 }] } },
        ["bids/details/0/monto: no schema defines this field"],
      ],
    ];

    it("finds what breaks them, unknown and empty fields, and undeclared extensions", async () => {
      const lines = cases.map(([, document]) => json(document)).join("\n");
      const expected = cases.flatMap(([, , faults], i) => faults.map((fault) => [i + 1, fault]));
      const { faults } = await check("a.jsonl", lines, schemaDir);
      const found = faults.map((fault) => {
        const { line, rest } = /^line (?<line>\d+)\/(?<rest>.*)$/.exec(fault)?.groups ?? {};
        return [Number(line), rest];
      });
      expect(found).toEqual(expected);
    });

    it("stops where the folder is not one of schemas", async () => {
      await expect(check("a.json", json(release), makeFolder())).rejects.toThrow(
        /1\.1\.5\/release-schema\.json: the schema cannot be read .* Name a folder with --schema/,
      );
    });
  },
);
