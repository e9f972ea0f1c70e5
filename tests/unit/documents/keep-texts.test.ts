import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { attachmentPages } from "../../../fixtures/practice-portal/attachment-pages.ts";
import { keepTexts } from "../../../scraper/document-text/keep-texts.ts";
import { silentReporter } from "../../../scraper/reporter.ts";
import { openStore } from "../../../scraper/store/open-store.ts";
import { ExtensionDetails } from "../../../shared/feed/extension-details.ts";
import { ExtensionManifest } from "../../../shared/feed/index-schema.ts";
import { ProcessDocuments } from "../../../shared/feed/process-documents.ts";
import { ProcessTexts } from "../../../shared/feed/process-texts.ts";
import { hashBytes } from "../../../shared/values/hash.ts";
import { readFeedText } from "../scraper/read-feed.ts";
import { makeFolder, openPortal, tryPublish, tryScrape } from "../scraper/try-scrape.ts";

it("publishes what is written in the documents that were kept, without personal data, and looks at each but once", async () => {
  const portal = await openPortal({ procedures: 8, suppliers: 5 }, afterAll);
  const folder = makeFolder(afterAll);
  const archive = path.join(folder, "archive");
  const feed = path.join(folder, "feed");
  await tryScrape(portal.url, folder, { documents: "keep", archive });
  const store = openStore(path.join(folder, "compras.sqlite"));
  const keep = () => keepTexts({ store, archive, reporter: silentReporter });
  const { text = 0, noText = 0, notPdf = 0, notKept } = await keep();
  expect([text > 3, noText > 0, notPdf > 0, notKept]).toEqual([true, true, true, 0]);
  expect(await keep()).toEqual({ notKept: 0 });
  store.close();
  await tryPublish(folder);

  const read = (file: string): unknown => JSON.parse(readFeedText(feed, file));
  const { details } = ExtensionManifest.parse(read("extension/index.json"));
  const { documents: shards = {} } = ExtensionDetails.parse(read(`extension/${details?.path}`));
  const processes = Object.values(shards).flatMap(({ path: file }) =>
    ProcessDocuments.array().parse(read(file)),
  );
  const anexos = portal.corpus.procedures.flatMap((procedure) => procedure.anexos);
  let counted = 0;
  for (const { id, text: file } of processes) {
    if (file === undefined) throw new Error(`no text of ${id}`);
    expect(file.sha256).toBe(hashBytes(readFeedText(feed, file.path)));
    const texts = ProcessTexts.parse(read(file.path));
    expect(texts.id).toBe(id);
    for (const { id: documentId, state, pages } of texts.documents) {
      const anexo = anexos.find((each) => `anexo-${each.id}` === documentId);
      if (anexo === undefined) throw new Error(`no attachment ${documentId}`);
      counted += 1;
      const isScan = attachmentPages(anexo).every((page) => page === "");
      const expected = isScan ? "noText" : "text";
      expect(state).toBe(anexo.fileName.endsWith(".docx") ? "notPdf" : expected);
      if (pages?.length !== 3) continue;
      expect(pages.slice(0, 2)).toEqual(attachmentPages(anexo).slice(0, 2));
      expect(pages[2]).toBe("Dudas: [correo omitido], tel. [teléfono omitido].");
    }
  }
  expect(counted).toBe(text + noText + notPdf);
});
