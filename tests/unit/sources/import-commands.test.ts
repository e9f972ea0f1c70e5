import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { complaintOf, runBundled } from "../scraper/run-program.ts";
import { openServer } from "../scraper/simple-server.ts";
import { makeFolder } from "../scraper/try-scrape.ts";
import { makeList69b } from "./list-69b-file.ts";

const csv = "Folio,RFC,Nombre,Color\n1,ZZA010203AB3,UNA,azul\n2,,,\n";

describe("compras padron import", () => {
  it("reads an address as politely as the portal, tells what it made of the columns, and keeps nothing in a dry run", async () => {
    const folder = makeFolder();
    const server = await openServer((request, response) => {
      const isRobots = request.url === "/robots.txt";
      response.writeHead(200, { "Content-Type": isRobots ? "text/plain" : "text/csv" });
      response.end(isRobots ? "User-agent: *\nDisallow: /privado\n" : csv);
    });
    const run = (address: string, ...args: string[]) =>
      runBundled(["padron", "import", address, "--delay", "0", ...args], folder);
    const dry = await run(`${server.url}/padron.csv`, "--dry-run", "--contact", "hola@example.org");
    expect([dry.code, dry.stdout.replace(server.url, "")]).toEqual([
      0,
      [
        "/padron.csv: 1 suppliers, 1 added, 0 removed, 0 changed.",
        '  the headings are in row 1: "Folio" as folio, "RFC" as rfc, "Nombre" as nombre.',
        '  nobody knows these columns, and nothing of them is taken: "Color".',
        "Not taken, 1 in all:",
        "  row 3: there is no name",
        "Nothing was changed: this was a dry run.\n",
      ].join("\n"),
    ]);
    expect(existsSync(path.join(folder, "compras.sqlite"))).toBe(false);
    expect(server.requests.map((request) => [request.path, request.userAgent])).toEqual([
      [
        "/robots.txt",
        expect.stringMatching(/^ComprasAbiertasDurango\/\S+ \(\+hola@example\.org\)$/),
      ],
      ["/padron.csv", expect.stringMatching(/^ComprasAbiertasDurango\//)],
    ]);
    const refused = await run(`${server.url}/privado/padron.csv`);
    expect([refused.code, complaintOf(refused)]).toEqual([
      1,
      [expect.stringMatching(/robots\.txt forbids reading it/)],
    ]);
  });
});

describe("compras list69b import", () => {
  it("takes a file in once, and says in one line why it takes another not", async () => {
    const folder = makeFolder();
    writeFileSync(path.join(folder, "lista.csv"), makeList69b([["ZZA010203AB3", "A", "Presunto"]]));
    writeFileSync(path.join(folder, "otra.csv"), csv);
    const run = async (...args: string[]) => {
      const end = await runBundled(["list69b", ...args], folder);
      return [end.code, end.stdout.split("\n")[0], complaintOf(end)];
    };
    expect(await run("import", "lista.csv")).toEqual([
      0,
      "lista.csv: 1 companies, 1 presunto.",
      [],
    ]);
    expect(await run("import", "otra.csv")).toEqual([
      1,
      "",
      [expect.stringMatching(/otra\.csv: there are no columns "RFC" and "Situación/)],
    ]);
    expect(await run("import")).toEqual([
      2,
      "",
      [expect.stringMatching(/missing required argument/)],
    ]);
  });
});
