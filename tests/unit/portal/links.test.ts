import { describe, expect, it } from "vitest";
import { findNextPage, idOfEntry, type PageText } from "../../../shared/portal/page.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { matchRoute } from "../../../shared/portal/routes.ts";

describe("matchRoute", () => {
  const { procedimiento: page, anexo } = durango.routes;
  it.each([
    ["/consulta/ProcedimientosDeContratacion/1234", page, "1234"],
    ["/CONSULTA/procedimientosdecontratacion/1234/", page, "1234"],
    [
      "https://comprasestatal.durango.gob.mx/consulta/ProcedimientosDeContratacion/1234?x=1#a",
      page,
      "1234",
    ],
    ["/consulta/ProcedimientosDeContratacion", page, undefined],
    ["/consulta/ProcedimientosDeContratacion/nuevo", page, undefined],
    ["/consulta/ProcedimientosDeContratacion/12/34", page, undefined],
    ["/otra/consulta/ProcedimientosDeContratacion/1234", page, undefined],
    ["/procedimientosdecontratacion/descarga/anexo/37516", anexo, "37516"],
    ["/consulta/ProcedimientosDeContratacion/1234", anexo, undefined],
    ["/v1.0/(x)/7", "/v1.0/(x)/{id}", "7"],
    ["/v1a0/(x)/7", "/v1.0/(x)/{id}", undefined],
  ])("of %s by %s is %s", (address, route, id) => {
    expect(matchRoute(address, route)).toBe(id);
  });

  const ficha = "/compras/ficha.php?seccion=1&folio={id}";
  it.each([
    ["ficha.php?seccion=1&folio=12", "12"],
    ["./ficha.php?folio=12&seccion=1&regreso=lista#datos", "12"],
    ["../compras/FICHA.php?Folio=12&Seccion=1", "12"],
    ["/compras/ficha.php?seccion=1&folio=12", "12"],
    ["https://x.mx/compras/ficha.php?seccion=1&folio=12", "12"],
    ["ficha.php?seccion=2&folio=12", undefined],
    ["ficha.php?seccion=1", undefined],
    ["ficha.php?seccion=1&folio=12a", undefined],
    ["ficha.php/12", undefined],
    ["javascript:ficha(12)", undefined],
    ["mailto:a@b.mx", undefined],
  ])("of %s on a list, with the number in the query, is %s", (address, id) => {
    expect(matchRoute(address, ficha, "/compras/lista.php?pag=2")).toBe(id);
  });

  it("knows no relative address but on a page", () => {
    expect(matchRoute("Detalle/7", "/compras/Detalle/{id}", "/compras/lista")).toBe("7");
    expect(matchRoute("Detalle/7", "/compras/Detalle/{id}")).toBeUndefined();
  });
});

describe("idOfEntry", () => {
  it("is the number in the first link to a procedure", () => {
    const links = [
      "#",
      "/consulta/Proveedores",
      "/Consulta/procedimientosdecontratacion/12",
      "/consulta/ProcedimientosDeContratacion/13",
    ];
    const entry = { pairs: [], links: links.map((href) => ({ text: "Ver", href })) };
    expect(idOfEntry(entry, durango)).toBe("12");
    expect(idOfEntry({ pairs: [], links: [] }, durango)).toBeUndefined();
  });
});

describe("findNextPage", () => {
  const pageWith = (...links: [string, string][]): PageText => ({
    heading: "",
    labels: [],
    entries: [],
    links: links.map(([text, href]) => ({ text, href })),
    hasPasswordField: false,
  });

  it.each<[string, [string, string][], string | undefined]>([
    [
      "Siguiente",
      [
        ["Anterior", "?p=1"],
        ["Siguiente", "?p=3"],
      ],
      "?p=3",
    ],
    ["a mark", [["»", "/lista?p=3"]], "/lista?p=3"],
    ["capitals", [["SIGUIENTE »", "?p=2"]], "?p=2"],
    [
      "a link that only a script follows",
      [
        ["Siguiente", "#"],
        ["Siguiente", "javascript:ir(2)"],
        ["Siguiente", ""],
      ],
      undefined,
    ],
    ["no such link", [["Siguientes pasos", "/ayuda"]], undefined],
  ])("finds %s", (_what, links, href) => {
    expect(findNextPage(pageWith(...links), durango.list.nextPage)).toBe(href);
  });
});
