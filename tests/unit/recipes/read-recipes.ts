import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../../docs/recetas/", import.meta.url));

/** One thing that a recipe has its reader run, and what the recipe says comes out. */
export interface RecipeStep {
  /** The page and the heading above, for the test's name: `jq.md: Convocatorias abiertas`. */
  name: string;
  /** The language of the block: `sh`, `sql`, `js`. */
  language: string;
  code: string;
  /** The block headed `text` that follows. */
  output: string;
}

/** Every recipe page, by its name. */
export function recipePages(): Map<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith(".md"));
  return new Map(names.map((name) => [name, readFileSync(folder + name, "utf8")]));
}

/** The steps of a page. Throws for a block of code without its output, so that none goes untested. */
export function recipeSteps(page: string, text: string): RecipeStep[] {
  const steps: RecipeStep[] = [];
  let heading = "";
  let waiting: Omit<RecipeStep, "output"> | undefined;
  for (const [, title, language, code = ""] of text.matchAll(
    /^#+ (.+)$|^```(\w+)\n([\s\S]*?)^```$/gm,
  )) {
    if (title !== undefined) {
      heading = title;
    } else if (language === "text" && waiting) {
      steps.push({ ...waiting, output: code });
      waiting = undefined;
    } else {
      if (waiting) throw new Error(`${waiting.name}: the block has no output`);
      waiting = { name: `${page}: ${heading}`, language: language ?? "", code };
    }
  }
  if (waiting) throw new Error(`${waiting.name}: the block has no output`);
  return steps;
}
