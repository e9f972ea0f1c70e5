import { describe, expect, it } from "vitest";
import { idOfRow, listRows } from "../../../fixtures/practice-portal/listing.ts";
import { listKinds } from "../../../fixtures/practice-portal/view.ts";
import { maxRequests } from "../../../scraper/doctor/visit.ts";
import { openPortal } from "../scraper/try-scrape.ts";
import { answersOf, tryDoctor } from "./try-doctor.ts";

describe("doctor, before a portal that is as declared", () => {
  it.each(listKinds)("tells what a portal with a list of the kind %s is", async (list) => {
    const portal = await openPortal({ list });
    const examination = await tryDoctor(portal.url);
    const { corpus, requests } = portal;
    const answers = answersOf(examination);
    expect(examination.report.verdict).toEqual({
      fit: "fits",
      sentence: 'The profile "durango" fits.',
    });
    expect(examination.report).toMatchObject({ exitCode: 0, suggestions: [] });
    expect(requests.length).toBeLessThanOrEqual(maxRequests);
    expect(new Set(requests.map(({ userAgent }) => userAgent)).size).toBe(1);
    expect(requests[0]?.path).toBe("/robots.txt");

    const saysKind = {
      html: /^pages of HTML/,
      datatables: /^one page \(datatables\)/,
      json: /^JSON \(json\)/,
    };
    expect(answers["list-kind"]).toMatch(saysKind[list]);
    const listed = corpus.procedures.filter((procedure) => procedure.listed);
    const rows =
      listed.length +
      listed.filter(({ dirt }) => dirt.includes("duplicate-row")).length +
      corpus.junk.length;
    const shown = {
      html: new RegExp(`^25 \\+ \\d+ rows.*\\(${rows} registros\\)`),
      datatables: new RegExp(`^${rows} rows`),
      json: new RegExp(`^${rows} rows.*"recordsTotal":${rows}`),
    };
    expect(answers["list-rows"]).toMatch(shown[list]);
    expect(answers["list-paging"]).toMatch(
      {
        html: /link that the profile knows/,
        datatables: /no link/,
        json: /start and length; we ask for 100/,
      }[list],
    );
    expect(answers["list-columns"]).toMatch(/unknown: none/);
    expect(answers["procedure-labels"]).toMatch(/unknown: none/);
    expect(answers["procedure-reading"]).toBe("yes, 2 of 2");
    expect(answers["list-layout"]).toBe(list === "json" ? "? its rows come as JSON" : "table");
    expect(answers["procedure-layout"]).toBe("dl");

    // What the practice portal is made to be.
    expect(answers).toMatchObject({
      tls: "? the address begins with http://",
      server: expect.stringContaining("x-aspnetmvc-version: 5.2"),
      cookies: expect.stringMatching(/^ASP\.NET_SessionId;/),
      charset: expect.stringMatching(/^UTF-8 \(header: utf-8; meta: utf-8;.*UTF-8\)$/),
      compression: "no, though gzip was offered",
      validators: "no: the list names neither ETag nor Last-Modified",
      "path-case": "no: in lower case the same address answers",
      robots: "yes, and it lets us read what was read; no Crawl-delay",
      "registry-address": `yes, with ${corpus.suppliers.length} suppliers on its page`,
      "registry-links": expect.stringContaining(`${portal.url}/consulta/Proveedores`),
      terms: "none on the pages that were seen",
      law: expect.stringMatching(/^\? /),
    });

    // What is seen is counted once each: of the list in pages, the first two.
    const seen = new Set(
      list === "html" ? listRows(corpus).slice(0, 50).map(idOfRow) : listed.map(({ id }) => id),
    );
    const procedures = listed.filter(({ id }) => seen.has(id));
    expect(countsIn(answers["unit-code"])).toEqual(
      countBy(procedures.map(({ unidadCompradora: { codigo = "" } }) => codeKind(codigo))),
    );
    expect(countsIn(answers.estatus)).toEqual(countBy(procedures.map(({ estatus }) => estatus)));
    expect(countsIn(answers.modalidad)).toEqual(
      countBy(procedures.map(({ modalidad }) => modalidad)),
    );
  });

  it("asks for a number that is not on the list, and says what the portal made of it", async () => {
    const portal = await openPortal({ list: "datatables" });
    const examination = await tryDoctor(portal.url);
    const asked = examination.report.requests.find(
      ({ purpose }) => purpose === "a number that is not on the list",
    );
    const id = asked?.address.split("/").at(-1) ?? "";
    expect(
      portal.corpus.procedures.some((procedure) => procedure.id === id && procedure.listed),
    ).toBe(false);
    const hidden = portal.corpus.procedures.some((procedure) => procedure.id === id);
    const expected = portal.corpus.unpublished.includes(id)
      ? `it leads to ${portal.url}/consulta/ProcedimientosDeContratacion`
      : hidden || portal.corpus.junk.some((row) => row.id === id)
        ? "a page: it exists, though it is not on the pages of the list that were seen"
        : "HTTP 404";
    expect(answersOf(examination).unpublished).toBe(expected);
  });

  it("states name, type and size of an attachment as the corpus has them", async () => {
    const portal = await openPortal();
    const examination = await tryDoctor(portal.url);
    const asked = examination.report.requests.find(({ purpose }) => purpose === "an attachment");
    const id = asked?.address.split("/").at(-1);
    const anexo = portal.corpus.procedures
      .flatMap(({ anexos }) => anexos)
      .find((each) => each.id === id);
    expect(answersOf(examination)["attachment-headers"]).toBe(
      `name: "${anexo?.fileName}"; type: ${anexo?.mediaType}; size: ${anexo?.bytes} bytes`,
    );
  });
});

const codeKind = (codigo: string): string =>
  codigo === "" ? "no code" : /^\d{9}$/.test(codigo) ? "nine digits" : "a short code";

function countBy(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

/** `known: "Adjudicada" (adjudicado) ×6, …` or `nine digits ×8 (…)`: how often each was seen, by the word of the profile or the form. */
function countsIn(answer = ""): Record<string, number> {
  const found = answer.matchAll(
    /(?:"[^"]*" \((?<key>\w+)\)|(?<form>nine digits|a short code|no code)) ×(?<count>\d+)/g,
  );
  const counts: Record<string, number> = {};
  for (const { groups } of found) {
    const word = groups?.key ?? groups?.form ?? "";
    counts[word] = (counts[word] ?? 0) + Number(groups?.count);
  }
  return counts;
}
