import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readSchemas } from "../../../../scraper/validate/schema-folder.ts";
import { declaredExtensions } from "../../../../shared/ocds/extensions.ts";
import {
  defaultMergeRules,
  defaultMergeRuleTable,
} from "../../../../shared/ocds/merge/default-rules.ts";
import { readMergeRules } from "../../../../shared/ocds/merge/rules.ts";
import { officialFolder } from "../official-schema.ts";
import { listMergeRules } from "./list-merge-rules.ts";

describe("the default merge rules", () => {
  it("are those of their table", () => {
    expect(listMergeRules(defaultMergeRules)).toEqual(defaultMergeRuleTable);
  });

  it.skipIf(officialFolder === undefined)(
    "are those of the official schema with the declared extensions (skipped where OCDS_SCHEMA_DIR is not found)",
    () => {
      const { release } = readSchemas(officialFolder ?? "", declaredExtensions);
      expect(defaultMergeRuleTable).toEqual(listMergeRules(readMergeRules(release)));
    },
  );

  it.skipIf(officialFolder === undefined)(
    "read the same from the dereferenced schema as from the one with $refs",
    () => {
      const [plain, dereferenced] = ["release-schema", "dereferenced-release-schema"].map((name) =>
        listMergeRules(
          readMergeRules(
            JSON.parse(readFileSync(join(officialFolder ?? "", `1.1.5/${name}.json`), "utf8")),
          ),
        ),
      );
      expect(dereferenced).toEqual(plain);
    },
  );
});
