import { load } from "cheerio";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { procedimientos } from "../../mapping/arbitrary.ts";
import { wholeRecord } from "../../mapping/make-record.ts";
import { feedFiles, readFeedText } from "../../scraper/read-feed.ts";
import { findXmlFault } from "../check-xml.ts";
import { makeHistory } from "../try-format.ts";
import { gone, publish, publishAll, readAtom, readJsonFeed, seen } from "./read-subscriptions.ts";

describe("the Atom and JSON feeds", () => {
  it("say in plain Spanish what happened, the latest first", async () => {
    const feed = await publishAll(
      seen(2),
      seen(3, { fechaAperturaProposiciones: "2026-03-20T11:30:00-06:00" }),
      seen(4, { fechaFallo: "2026-03-27T13:00:00-06:00", descripcion: "ÚTILES", anexos: [] }),
      gone(5),
      seen(6, { estatus: { texto: "Cancelada", clave: "cancelado" } }),
    );
    const titles = [
      "Volvió a aparecer en el portal y 3 cambios más: ADQUISICIÓN DE UNIFORMES ESCOLARES",
      "Ya no aparece en el portal: ÚTILES",
      "Cambió la apertura y 3 cambios más: ÚTILES",
      "Cambió la apertura: ADQUISICIÓN DE UNIFORMES ESCOLARES",
      "Nueva: ADQUISICIÓN DE UNIFORMES ESCOLARES",
    ];
    const { entries } = readAtom(feed);
    expect(entries.map(({ title }) => title)).toEqual(titles);
    expect(readJsonFeed(feed).items.map(({ title }) => title)).toEqual(titles);
    expect(entries[3]?.html).toContain(
      "<li>La apertura pasó del 18 al 20 de marzo de 2026, 11:30 h.</li>",
    );
    expect(entries[3]?.html).toContain("<dt>Número</dt><dd>LP/E/SEED/007/2025</dd>");
  });

  it("have what their standards require, ids that stay, and no time but that of the releases", async () => {
    const history = makeHistory();
    seen(2)(history);
    const first = await publish(history);
    seen(3, { descripcion: "ÚTILES" })(history);
    const second = await publish(history);
    const atom = readAtom(second);
    expect(atom).toMatchObject({
      id: "tag:compras-abiertas-durango,2026:ocds-prueba/todo",
      title: "Compras Abiertas Durango · Todos los procedimientos",
      updated: "2026-03-03T18:00:00.000Z",
      author: "Compras Abiertas Durango",
      self: "https://datos.example.org/atom/todo.xml",
    });
    expect(atom.entries.map(({ updated }) => updated)).toEqual([
      "2026-03-03T18:00:00.000Z",
      "2026-03-02T18:00:00.000Z",
    ]);
    for (const { id, link } of atom.entries) {
      expect(id).toMatch(/^tag:compras-abiertas-durango,2026:ocds-prueba-1234-[0-9a-f]{16}$/);
      expect(link).toBe(wholeRecord.url);
    }
    expect(readAtom(first).entries).toEqual(atom.entries.slice(1));
    const json = readJsonFeed(second);
    expect(json.feed_url).toBe("https://datos.example.org/json-feed/todo.json");
    expect(json.items.map(({ id, url }) => [id, url])).toEqual(
      atom.entries.map(({ id, link }) => [id, link]),
    );
    expect(json.items[0]?.date_published).toBe("2026-03-03T12:00:00-06:00");
  });

  it("hold the latest 100 changes; of the first day the latest publications", async () => {
    const dayOf = (index: number) => String((index % 28) + 1).padStart(2, "0");
    const feed = await publishAll(
      ...Array.from({ length: 130 }, (_, index) =>
        seen(2, { id: String(index), fechaPublicacion: `2026-02-${dayOf(index)}T09:00:00-06:00` }),
      ),
      seen(3, { id: "0", descripcion: "ÚTILES" }),
    );
    const { entries } = readAtom(feed);
    expect(entries).toHaveLength(100);
    expect(entries[0]?.title).toMatch(/^Cambió/);
    const days = entries.slice(1).map(({ html }) => /<dd>(\d+) de febrero/.exec(html)?.[1]);
    expect(days[0]).toBe("28");
    expect(Math.min(...days.map(Number))).toBeGreaterThan(6);
  });

  it("are well formed and safe whatever the portal prints", async () => {
    const texts = fc.string({ unit: "binary", minLength: 1, maxLength: 40 });
    const nasty = fc.constantFrom(
      "<script>alert(1)</script>",
      "]]>",
      "&amp;lt;b&amp;gt; & <b>",
      "a\u0000\u000b\ufffe",
      '"><img src=x onerror=alert(1)>',
    );
    const [record] = fc.sample(procedimientos, 1);
    const titles = [...fc.sample(nasty, 10), ...fc.sample(texts, 12)];
    const feed = await publishAll(
      ...titles.map((text, index) =>
        seen(2, {
          ...record,
          id: String(index + 1),
          descripcion: text,
          unidadCompradora: { codigo: String(index % 4), nombre: text },
        }),
      ),
    );
    const files = feedFiles(feed).filter((file) => file.startsWith("atom/"));
    for (const file of files) {
      const xml = readFeedText(feed, file);
      const plain = xml.replace(/<!\[CDATA\[(.*?)\]\]>/gs, (_, text: string) =>
        text.replaceAll("&", "&amp;").replaceAll("<", "&lt;"),
      );
      expect([file, findXmlFault(plain)]).toEqual([file, undefined]);
      for (const { html, title } of readAtom(feed, file).entries) {
        expect(load(html)("script, img").length).toBe(0);
        expect(title).not.toBe("");
      }
    }
    for (const { content_html } of readJsonFeed(feed).items) {
      expect(load(content_html)("script, img").length).toBe(0);
    }
  });
});
