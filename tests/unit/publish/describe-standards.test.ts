import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { parse } from "csv-parse/sync";
import { Package } from "datapackage";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { matchPath, publishedPaths } from "../../../scraper/publish/describe/published-paths.ts";
import { validateFiles } from "../../../scraper/validate/validate-files.ts";
import { feedPaths } from "../../../shared/feed/paths.ts";
import { standardPartidas } from "../../../shared/search/partidas/partida-list.ts";
import { standardList } from "../../../shared/search/synonym-list.ts";
import { hashBytes } from "../../../shared/values/hash.ts";
import { officialFolder } from "../ocds/official-schema.ts";
import { feedFiles, readFeedLines, readFeedText } from "../scraper/read-feed.ts";
import { makeFolder } from "../scraper/try-scrape.ts";
import { makePracticeFeed, type PracticeFeed } from "./practice-feed.ts";

let made: PracticeFeed;
beforeAll(async () => {
  made = await makePracticeFeed("datos@example.org");
}, 60_000);

/** Typed as the test reads it; what is asserted is what it is. */
const readJson = (file: string) => JSON.parse(readFeedText(made.feed, file));

/** A copy of the tables without the byte-order mark, which Excel needs and the library takes for a part of the first heading. */
function withoutMarks(): string {
  const folder = makeFolder(afterAll);
  for (const file of feedFiles(made.feed).filter((each) => each.endsWith(".csv"))) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), readFeedText(made.feed, file).replace("\uFEFF", ""));
  }
  return folder;
}

describe("datapackage.json", () => {
  it("is a Frictionless Data Package whose tables can be read, every cell by its type", async () => {
    const descriptor = readJson(feedPaths.dataPackage);
    const loaded = await Package.load(descriptor, { basePath: withoutMarks(), strict: true });
    expect(loaded.errors).toEqual([]);
    const tables = loaded.resources.filter(({ tabular }) => tabular);
    expect(tables.map(({ name }) => name)).toEqual([
      "adjudicaciones.csv",
      "licitaciones.csv",
      "padron/padron.csv",
      "padron/proveedores.csv",
    ]);
    for (const table of tables) {
      const rows = await table.read({ keyed: true });
      const plain = parse(readFeedText(made.feed, table.name), { columns: true, bom: true });
      expect(rows.length).toBe(plain.length);
      expect(Object.keys(rows[0] ?? {})).toEqual(Object.keys(plain[0] ?? {}));
    }
    const [awards, tenders] = await Promise.all(tables.map((table) => table.read({ keyed: true })));
    expect(tenders?.[0]).toMatchObject({
      Anexos: expect.any(Number),
      "Último cambio": expect.any(Date),
    });
    const amounts = awards?.map((row: Record<string, unknown>) => row["Monto con impuestos"]);
    expect(amounts).toContainEqual(expect.any(Number));
    expect(awards?.[0]).toMatchObject({
      "Fecha del contrato": expect.any(Date),
    });
  });

  it("names every file but those that are written after it, with size and hash", () => {
    const { resources } = readJson(feedPaths.dataPackage);
    const { index, dataPackage, checksums, health, compat } = feedPaths;
    const later: string[] = [index, dataPackage, checksums, health, compat];
    const expected = feedFiles(made.feed).filter((file) => !later.includes(file));
    expect(resources.map((each: { path: string }) => each.path)).toEqual(expected);
    for (const { path: file, bytes, hash } of resources) {
      const content = readFileSync(path.join(made.feed, file));
      expect([file, bytes, hash]).toEqual([file, content.length, `sha256:${hashBytes(content)}`]);
    }
    const names = resources.map((each: { name: string }) => each.name);
    expect(new Set(names).size).toBe(names.length);
  });

  it("is dated by the last release, and its version rises with each", () => {
    expect(readJson(feedPaths.dataPackage)).toMatchObject({
      created: made.index.lastReleaseAt,
      version: `1.${made.index.lastCursor}.0`,
    });
  });
});

describe("dcat.json", () => {
  const iri = /^https?:\/\/\S+$/;

  it("has what DCAT-AP 3 demands of a catalogue, its data sets and its service", () => {
    const catalog = readJson(feedPaths.dcat);
    const agent = { "@type": "foaf:Agent", name: "Compras Abiertas Durango" };
    expect(catalog).toMatchObject({
      "@type": "dcat:Catalog",
      title: expect.any(String),
      description: made.index.notice,
      publisher: agent,
      license: { "@id": "https://creativecommons.org/licenses/by/4.0/" },
      contactPoint: { "@type": "vcard:Kind", hasEmail: "mailto:datos@example.org" },
      issued: made.index.firstReleaseAt,
      modified: made.index.lastReleaseAt,
    });
    expect(catalog).not.toHaveProperty("accrualPeriodicity");
    expect(catalog.dataset.map((set: { title: string }) => set.title).length).toBe(6);
    for (const set of catalog.dataset) {
      expect(set).toMatchObject({
        "@id": expect.stringMatching(iri),
        "@type": "dcat:Dataset",
        title: expect.any(String),
        description: expect.stringContaining(made.index.notice),
        publisher: agent,
        language: expect.stringMatching(/\/language\/SPA$/),
      });
      expect(set.distribution.length).toBeGreaterThan(0);
    }
    expect(catalog.service).toMatchObject({
      "@type": "dcat:DataService",
      title: expect.any(String),
      endpointURL: "http://127.0.0.1:8787/",
    });
    const ids = catalog.dataset.map((set: { "@id": string }) => set["@id"]);
    expect(catalog.service.servesDataset).toEqual(ids);
  });

  it("names only distributions that are there, as they are", () => {
    const { dataset } = readJson(feedPaths.dcat);
    const distributions = dataset.flatMap((set: { distribution: unknown[] }) => set.distribution);
    const files = new Map(made.index.files.map((file) => [file.path, file]));
    for (const each of distributions) {
      const file = files.get(each.downloadURL.slice("http://127.0.0.1:8787/".length));
      expect(each).toMatchObject({
        "@type": "dcat:Distribution",
        title: file?.title,
        accessURL: each.downloadURL,
        byteSize: file?.bytes,
        checksum: {
          algorithm: "spdx:checksumAlgorithm_sha256",
          checksumValue: file?.sha256,
        },
      });
      expect(each.mediaType ?? each.format).toBeDefined();
      const isZipped = each.downloadURL.endsWith(".gz");
      expect(each.compressFormat).toBe(
        isZipped ? "http://www.iana.org/assignments/media-types/application/gzip" : undefined,
      );
    }
    const paths = distributions.map((each: { downloadURL: string }) => each.downloadURL);
    expect(new Set(paths).size).toBe(paths.length);
  });

  it("uses no name that its own context does not explain", () => {
    const { "@context": context, ...catalog } = readJson(feedPaths.dcat);
    const unexplained = new Set<string>();
    const walk = (value: unknown): void => {
      if (Array.isArray(value)) for (const item of value) walk(item);
      else if (typeof value === "object" && value !== null) {
        for (const [key, item] of Object.entries(value)) {
          if (!key.startsWith("@") && !(key in context)) unexplained.add(key);
          walk(item);
        }
      }
    };
    walk(catalog);
    const prefixes = [...JSON.stringify(context).matchAll(/"@id":"([a-z]+):/g)];
    for (const [, prefix = ""] of prefixes) if (!(prefix in context)) unexplained.add(prefix);
    expect([...unexplained]).toEqual([]);
  });
});

describe("openapi.json", () => {
  it("is a valid OpenAPI 3.1 document", async () => {
    const { valid, errors } = await new Validator().validate(readJson(feedPaths.openApi));
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
  });

  it("has one path for every published file, and no path without a file", () => {
    const files = feedFiles(made.feed);
    expect(Object.keys(readJson(feedPaths.openApi).paths)).toEqual(
      publishedPaths.map(({ template }) => `/${template}`),
    );
    const matches = files.map((file) => [file, matchPath(file).map(({ template }) => template)]);
    expect(matches.filter(([, templates]) => templates?.length !== 1)).toEqual([]);
    const used = new Set(matches.flatMap(([, templates]) => templates));
    const unused = publishedPaths.filter(({ template, rare }) => !rare && !used.has(template));
    expect(unused.map(({ template }) => template)).toEqual([]);
  });

  it("names the media types by which the index names the files", () => {
    const wrong = made.index.files.filter(
      ({ path: file, mediaType }) => matchPath(file)[0]?.mediaType !== mediaType,
    );
    expect(wrong.map(({ path: file, mediaType }) => [file, mediaType])).toEqual([]);
  });

  it("describes every JSON body and every line as it is", () => {
    const document = readJson(feedPaths.openApi);
    const ajv = new Ajv2020({ strict: false, allErrors: false });
    addFormats.default(ajv);
    ajv.addSchema({ $id: "feed", components: document.components });
    const faults: unknown[] = [];
    let checked = 0;
    for (const file of feedFiles(made.feed)) {
      const schema = matchPath(file)[0]?.schema;
      if (schema === undefined) continue;
      const validate = ajv.getSchema(`feed#/components/schemas/${schema}`);
      if (validate === undefined) throw new Error(`no schema ${schema}`);
      const isLines = /\.jsonl(\.gz)?$/.test(file);
      for (const value of isLines ? readFeedLines(made.feed, file) : [readJson(file)]) {
        checked += 1;
        if (!validate(value)) faults.push([file, validate.errors?.[0]]);
      }
    }
    expect(faults).toEqual([]);
    expect(checked).toBeGreaterThan(200);
  });
});

describe("sinonimos.json and partidas.json", () => {
  const files = [feedPaths.synonyms, feedPaths.partidas];

  it("are the lists that the extension searches with", () => {
    expect(files.map(readJson)).toEqual([standardList, standardPartidas]);
  });

  it("alone have a licence of their own, which every description of the feed says", () => {
    const cc0 = "https://creativecommons.org/publicdomain/zero/1.0/";
    const { resources } = readJson(feedPaths.dataPackage);
    const licensed = resources.filter((each: { licenses?: unknown }) => each.licenses);
    expect(licensed).toEqual(
      [...files].sort().map((path) =>
        expect.objectContaining({
          path,
          licenses: [{ name: "CC0-1.0", path: cc0, title: expect.stringContaining("dominio") }],
        }),
      ),
    );
    const sets = readJson(feedPaths.dcat).dataset.filter(
      (set: { license: { "@id": string } }) => set.license["@id"] === cc0,
    );
    expect(sets.map(({ distribution }: { distribution: unknown }) => distribution)).toEqual(
      files.map((file, place) => [
        expect.objectContaining({
          license: sets[place].license,
          downloadURL: expect.stringContaining(`/${file}`),
        }),
      ]),
    );
    for (const file of [feedPaths.license, feedPaths.policy]) {
      expect([file, readFeedText(made.feed, file)]).toEqual([
        file,
        expect.stringMatching(/sinonimos\.json.*partidas\.json.*CC0/),
      ]);
    }
  });
});

describe("every OCDS file", () => {
  const files = () =>
    feedFiles(made.feed).filter((file) =>
      /^(releases\/|packages\/|edca\/contracting|full|\d{4}\.jsonl)/.test(file),
    );

  it.skipIf(officialFolder === undefined)(
    "is valid by the official schemas, who bids and who wins included (skipped where they are not at hand)",
    async () => {
      const paths = files().map((file) => path.join(made.feed, file));
      const faults: string[] = [];
      for await (const checked of validateFiles(paths, { schemaDir: officialFolder })) {
        faults.push(
          ...checked.faults.map(({ path: at, message }) => `${checked.file} ${at}: ${message}`),
        );
      }
      expect(faults).toEqual([]);
      expect(made.index.counts.awards).toBeGreaterThan(5);
    },
    60_000,
  );

  it("declares the extension bids where it tells bids", () => {
    const told = files()
      .filter((file) => /^(packages|edca)/.test(file))
      .map((file) => {
        const text = readFeedText(made.feed, file);
        return [/"bids":\{/.test(text), /ocds_bid_extension\/v1\.1\.5/.test(text)];
      });
    expect(told.filter(([tells, declares]) => tells !== declares)).toEqual([]);
    expect(told).toContainEqual([true, true]);
  });
});
