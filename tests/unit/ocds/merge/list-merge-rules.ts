import type { MergeRules, MergeRuleTable } from "../../../../shared/ocds/merge/rules.ts";

/** The paths that the rules name, sorted; the rules must not point back to themselves. */
export function listMergeRules(rules: MergeRules): MergeRuleTable {
  const table = { omit: [] as string[], whole: [] as string[] };
  const list = ({ fields }: MergeRules, path: string): void => {
    for (const [name, field] of fields) {
      if (field.strategy === "merge") list(field, `${path}${name}/`);
      else table[field.strategy].push(path + name);
    }
  };
  list(rules, "");
  return { omit: table.omit.sort(), whole: table.whole.sort() };
}
