import { expect, it } from "vitest";
import { readHtml } from "../../../scraper/crawl/read-page.ts";
import type { PageText } from "../../../shared/portal/page.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { describeStructure } from "../../../shared/portal/structure-report.ts";
import { type PageCase, pageCases } from "./page-cases.ts";

const read = ({ html, charset, definition }: PageCase): PageText =>
  readHtml(html, charset, definition, durango);
const report = (each: PageCase, text = read(each)): string =>
  describeStructure(
    {
      page: each.definition.id,
      url: `${durango.baseUrl}${durango.routes[each.definition.id].replace("{id}", "1234")}`,
      text,
      tags: { table: 1, tr: 7 },
    },
    durango,
    "0.1.0",
  );
const caseOf = (name: string): PageCase => {
  const found = pageCases().find((each) => `${each.definition.id}/${each.name}` === name);
  if (found === undefined) throw new Error(`there is no saved page ${name}`);
  return found;
};

it("tells the form of a page, whether it is understood, and what is missing", () => {
  expect(JSON.parse(report(caseOf("listado/without-unit-column")))).toEqual({
    about: "Form of a page of the portal, without its text",
    extension: "0.1.0",
    page: "listado",
    routes: ["/consulta/ProcedimientosDeContratacion"],
    isUnderstood: false,
    hasConflict: false,
    asksForPassword: false,
    strategies: ["table"],
    found: expect.arrayContaining(["descripcion", "enlace"]),
    missing: ["unidadCompradora"],
    unknownLabels: 0,
    entries: 1,
    links: expect.any(Number),
    tags: { table: 1, tr: 7 },
    fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
  });
});

it("holds nothing of what a page says, whatever stands where", () => {
  for (const each of pageCases()) {
    const { heading: _, ...text } = read(each);
    const written = report(each, {
      ...text,
      heading: "Secreto",
      labels: [...text.labels, "Secreto", "Juana Pérez secreto"],
      entries: [...text.entries, { pairs: [], links: [] }].map(() => ({
        pairs: [...text.labels, "Secreto", ""].map((label) => ({ label, texts: ["Secreto"] })),
        links: [{ text: "Secreto", href: "/consulta/secreto/9" }],
      })),
      links: [{ text: "Secreto", href: "/secreto" }],
      ...(text.conflict !== undefined && { conflict: "secreto" }),
    });
    expect(written, each.name).not.toMatch(/secreto|juana/i);
  }
});
