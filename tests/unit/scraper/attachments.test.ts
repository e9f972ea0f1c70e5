import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import { documentsOf, filesOf } from "../../../scraper/store/documents.ts";
import { openStore } from "../../../scraper/store/open-store.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { sendHtml } from "./simple-server.ts";
import { detailHtml, detailPath, openSmallPortal } from "./small-portal.ts";
import { makeFolder, tryScrape } from "./try-scrape.ts";

const anexoPath = (id: number) => durango.routes.anexo.replace("{id}", String(id));
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** A portal of one procedure with two attachments, 11 and 12; `answer` sends them. */
async function openPortalWithFiles(answer: (id: number, response: ServerResponse) => void) {
  const asked: number[] = [];
  const portal = await openSmallPortal(1, (path, response) => {
    const id = [11, 12].find((each) => path === anexoPath(each));
    if (id !== undefined) {
      asked.push(id);
      answer(id, response);
      return true;
    }
    if (path !== detailPath(1)) return false;
    const links = [11, 12].map((each) => `<a href="${anexoPath(each)}">ANEXO ${each}.pdf</a>`);
    sendHtml(response, detailHtml(1) + links.join(""));
    return true;
  });
  return { url: portal.url, asked };
}

function sendPdf(response: ServerResponse, text: string): void {
  response
    .writeHead(200, {
      "content-type": "application/pdf; charset=binary",
      "content-disposition": 'attachment; filename="BASES LP-1.pdf"',
    })
    .end(text);
}

function filesIn(folder: string) {
  const store = openStore(`${folder}/compras.sqlite`);
  try {
    return { documents: documentsOf(store, "1"), files: filesOf(store, "1") };
  } finally {
    store.close();
  }
}

describe("attachments", () => {
  it("are read once for name, type, size and hash, and again when their procedure changes", async () => {
    let content = "uno";
    const { url, asked } = await openPortalWithFiles((id, response) =>
      sendPdf(response, `${content} ${id}`),
    );
    const folder = makeFolder();
    const first = await tryScrape(url, folder, { documents: "hash" });
    expect(first.counts).toMatchObject({ added: 1, documents: 2 });
    expect(filesIn(folder).files).toMatchObject([
      { name: "BASES LP-1.pdf", mediaType: "application/pdf", bytes: 6, sha256: sha256("uno 11") },
      { name: "BASES LP-1.pdf", mediaType: "application/pdf", bytes: 6, sha256: sha256("uno 12") },
    ]);
    content = "dos";
    const second = await tryScrape(url, folder, { documents: "hash" });
    expect(second.counts).toMatchObject({ unchanged: 1, documents: 0 });
    expect(asked).toEqual([11, 12]);
  });

  it("are not asked for where they are to be skipped", async () => {
    const { url, asked } = await openPortalWithFiles((_id, response) => sendPdf(response, "x"));
    const folder = makeFolder();
    expect((await tryScrape(url, folder)).counts).toMatchObject({ added: 1, documents: 0 });
    expect(asked).toEqual([]);
    expect(filesIn(folder)).toMatchObject({ documents: [{}, {}], files: [] });
  });

  it("are read up to the bound of a run; the next run goes on", async () => {
    const { url, asked } = await openPortalWithFiles((_id, response) => sendPdf(response, "x"));
    const folder = makeFolder();
    const bounds = { documents: "hash", maxDocuments: 1 } as const;
    await tryScrape(url, folder, bounds);
    await tryScrape(url, folder, bounds);
    await tryScrape(url, folder, bounds);
    expect(asked).toEqual([11, 12]);
    expect(filesIn(folder).files).toHaveLength(2);
  });

  it.each<[string, (response: ServerResponse) => void, string]>([
    [
      "a web page in its place",
      (response) => sendHtml(response, "<h1>Error</h1>"),
      "a web page in place of an attachment",
    ],
    ["nothing", (response) => response.writeHead(200).end(), "EmptyAnswerError"],
    ["not found", (response) => sendHtml(response, "nada", 404), "PageGoneError"],
    ["a failure", (response) => sendHtml(response, "ay", 500), "RetryableFetchError"],
    ["a file beyond the limit", (response) => sendPdf(response, "x".repeat(2000)), "TooLargeError"],
  ])(
    "are left out and reported where the portal sends %s; the rest is kept",
    async (_what, send, subject) => {
      const { url } = await openPortalWithFiles((id, response) => {
        if (id === 11) send(response);
        else sendPdf(response, "x");
      });
      const folder = makeFolder();
      const settings = { documents: "hash", maxDocumentBytes: 1000 } as const;
      const { counts, findings } = await tryScrape(url, folder, settings);
      expect(counts).toMatchObject({ added: 1, skipped: 0, documents: 1 });
      expect(findings.filter(({ kind }) => kind === "skippedDocument")).toMatchObject([
        { subject, count: 1, example: expect.stringContaining(anexoPath(11)) },
      ]);
      expect(filesIn(folder).files).toMatchObject([{ documentId: "anexo-12" }]);
    },
  );
});
