import { Tokenizer } from "htmlparser2";
import { makeCorpus } from "../../fixtures/practice-portal/corpus.ts";
import { readPlainPage } from "../../scraper/crawl/plain-page.ts";
import { readHtml } from "../../scraper/crawl/read-page.ts";
import { procedimiento } from "../../shared/portal/pages/procedimiento.ts";
import { durango } from "../../shared/portal/profiles/durango.ts";
import { procedureUrl, readProcedure } from "../../shared/portal/read-record.ts";
import { type Figure, interleave } from "./figures.ts";
import { benchCorpus, makePages } from "./make-pages.ts";

const ignore = (): void => undefined;
const nobody = {
  onattribdata: ignore,
  onattribentity: ignore,
  onattribend: ignore,
  onattribname: ignore,
  oncdata: ignore,
  onclosetag: ignore,
  oncomment: ignore,
  ondeclaration: ignore,
  onend: ignore,
  onopentagend: ignore,
  onopentagname: ignore,
  onprocessinginstruction: ignore,
  onselfclosingtag: ignore,
  ontext: ignore,
  ontextentity: ignore,
};

/**
 * P3: pages of procedures from bytes to checked records, over cutting the same bytes into tokens with htmlparser2's tokenizer, which
 * are then thrown away. That the readings are those of parse5 is what `plain-page.test.ts` is for.
 */
export async function reading(): Promise<Figure[]> {
  const corpus = makeCorpus({ ...benchCorpus, procedures: 200 });
  const pageAt = makePages(corpus, "all");
  const pages = corpus.procedures.map(({ id }) => {
    const url = procedureUrl(durango, id);
    const page = pageAt(durango.routes.procedimiento.replace("{id}", id));
    if (page === undefined) throw new Error(`the portal has no page for ${id}`);
    return { id, url, body: Buffer.from(page) };
  });
  const decoder = new TextDecoder();
  const { a: records, b: tokens } = await interleave(
    21,
    () => {
      for (const { id, url, body } of pages) {
        readProcedure(readHtml(body, "utf-8", procedimiento, durango), durango, id, url);
      }
    },
    () => {
      for (const { body } of pages) {
        const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, nobody);
        tokenizer.write(decoder.decode(body));
        tokenizer.end();
      }
    },
  );
  const plain = pages.filter(({ body }) => readPlainPage(decoder.decode(body))).length;
  const kb = pages.reduce((sum, { body }) => sum + body.length, 0) / pages.length / 1000;
  const each = (ms: number) => ((ms / pages.length) * 1000).toFixed(0);
  return [
    {
      name: "P3 page to record over tokens",
      value: records / tokens,
      unit: "ratio",
      goal: 3,
      detail: `${each(records)} µs / ${each(tokens)} µs a page of ${kb.toFixed(1)} KB; ${plain} of ${pages.length} read as plain`,
    },
  ];
}
