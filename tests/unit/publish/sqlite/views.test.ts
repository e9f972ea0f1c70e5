import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { feedDatabase } from "../../../../scraper/publish/sqlite/feed-database.ts";
import type { Procedimiento } from "../../../../shared/portal/records.ts";
import { bareRecord, wholeRecord } from "../../mapping/make-record.ts";
import { makeHistory, tellStore, tryFormat } from "../try-format.ts";
import { type Ask, openReader } from "./open-reader.ts";

describe("the views of compras.sqlite", () => {
  let ask: Ask;
  const make = (id: string, change: Partial<Procedimiento>): Procedimiento => ({
    ...wholeRecord,
    id,
    numeroProcedimiento: `N-${id}`,
    ...change,
  });
  const salud = { unidadCompradora: { codigo: "020", nombre: "SECRETARÍA DE SALUD" } };
  const direct = {
    tipoProcedimiento: { texto: "Adjudicación Directa", clave: "adjudicacionDirecta" },
  };
  beforeAll(async () => {
    const history = makeHistory(afterAll);
    const opensOn = (day: number) => ({
      fechaAperturaProposiciones: `2026-03-${day}T10:00:00-06:00`,
    });
    history.read(1, make("1", opensOn(25)));
    history.read(
      1,
      make("2", { ...direct, fechaAperturaProposiciones: "2026-03-20T00:00:00-06:00" }),
    );
    history.read(
      1,
      make("3", { ...salud, fechaAperturaProposiciones: "2026-03-20T11:59:59-06:00" }),
    );
    const later = { ...salud, fechaAperturaProposiciones: "2026-04-30T10:00:00-06:00" };
    history.read(1, make("4", { ...later, estatus: { texto: "Cancelada", clave: "cancelado" } }));
    history.read(1, make("5", later));
    history.read(1, { ...bareRecord, id: "6" });
    history.read(2, make("1", opensOn(26)));
    history.withdraw(3, "5");
    history.read(
      18,
      make("7", { ...later, ...direct, fechaPublicacion: "2025-12-30T09:00:00-06:00" }),
    );
    history.read(20, make("1", { ...opensOn(27), anexos: [] }));
    history.setSuppliers([
      { id: "a", name: "A", municipality: "Durango", activities: ["Papelería", "Cómputo"] },
      { id: "b", name: "B", municipality: "Durango", activities: ["Papelería"] },
      { id: "c", name: "C", activities: ["Papelería"] },
    ]);
    const { pathOf } = await tryFormat(tellStore(history.store), feedDatabase, afterAll);
    ask = openReader(pathOf("compras.sqlite"));
  });

  it("list the open calls, counted from the latest change", () => {
    expect(ask("SELECT valor FROM publicacion WHERE clave = 'datos_al'")).toEqual([
      { valor: "2026-03-20 12:00:00" },
    ]);
    expect(ask("SELECT numero, unidad, dias_restantes FROM abiertas")).toEqual([
      { numero: "N-2", unidad: "SECRETARÍA DE EDUCACIÓN", dias_restantes: 0 },
      { numero: "N-1", unidad: "SECRETARÍA DE EDUCACIÓN", dias_restantes: 7 },
      { numero: "N-7", unidad: "SECRETARÍA DE SALUD", dias_restantes: 41 },
    ]);
    expect(ask("SELECT numero FROM cierran_pronto")).toEqual([
      { numero: "N-2" },
      { numero: "N-1" },
    ]);
    expect(ask("SELECT numero FROM nuevas_de_la_semana")).toEqual([{ numero: "N-7" }]);
  });

  it("count procedures by unit, year and modality", () => {
    expect(
      ask(
        "SELECT unidad, anio, metodo, procedimientos FROM procedimientos_por_unidad_anio_modalidad",
      ),
    ).toEqual([
      { unidad: null, anio: null, metodo: null, procedimientos: 1 },
      { unidad: "SECRETARÍA DE EDUCACIÓN", anio: "2026", metodo: "Directa", procedimientos: 1 },
      { unidad: "SECRETARÍA DE EDUCACIÓN", anio: "2026", metodo: "Abierta", procedimientos: 1 },
      { unidad: "SECRETARÍA DE SALUD", anio: "2025", metodo: "Directa", procedimientos: 1 },
      { unidad: "SECRETARÍA DE SALUD", anio: "2026", metodo: "Abierta", procedimientos: 3 },
    ]);
    expect(ask("SELECT anio, unidad, procedimientos FROM unidades_por_anio")).toEqual([
      { anio: "2026", unidad: "SECRETARÍA DE SALUD", procedimientos: 3 },
      { anio: "2026", unidad: "SECRETARÍA DE EDUCACIÓN", procedimientos: 2 },
      { anio: "2025", unidad: "SECRETARÍA DE SALUD", procedimientos: 1 },
      { anio: null, unidad: null, procedimientos: 1 },
    ]);
    expect(
      ask("SELECT unidad, con_metodo, directas, proporcion FROM adjudicacion_directa_por_unidad"),
    ).toEqual([
      { unidad: null, con_metodo: 0, directas: 0, proporcion: null },
      { unidad: "SECRETARÍA DE EDUCACIÓN", con_metodo: 2, directas: 1, proporcion: 0.5 },
      { unidad: "SECRETARÍA DE SALUD", con_metodo: 4, directas: 1, proporcion: 0.25 },
    ]);
  });

  it("measure the days from publication to opening", () => {
    expect(
      ask(
        "SELECT anio, metodo, procedimientos, minimo, mediana, promedio, maximo FROM dias_de_publicacion_a_apertura",
      ),
    ).toEqual([
      {
        anio: "2026",
        metodo: "Abierta",
        procedimientos: 4,
        minimo: 18,
        mediana: 42,
        promedio: 40.3,
        maximo: 59,
      },
      {
        anio: "2026",
        metodo: "Directa",
        procedimientos: 1,
        minimo: 18,
        mediana: 18,
        promedio: 18,
        maximo: 18,
      },
      {
        anio: "2025",
        metodo: "Directa",
        procedimientos: 1,
        minimo: 121,
        mediana: 121,
        promedio: 121,
        maximo: 121,
      },
    ]);
  });

  it("tell what moved, what vanished and what is missing", () => {
    expect(ask("SELECT veces, fechas, numero FROM fechas_mas_movidas")).toEqual([
      { veces: 2, fechas: "Apertura", numero: "N-1" },
    ]);
    expect(ask("SELECT que, numero, nombre, retirado_desde FROM retirados")).toEqual([
      {
        que: "anexo",
        numero: "N-1",
        nombre: "CONVOCATORIA.pdf",
        retirado_desde: "2026-03-20 12:00:00",
      },
      {
        que: "procedimiento",
        numero: "N-5",
        nombre: wholeRecord.descripcion,
        retirado_desde: "2026-03-03 12:00:00",
      },
    ]);
    expect(
      ask(
        "SELECT unidad, procedimientos, sin_numero, sin_apertura, sin_anexos FROM datos_faltantes_por_unidad",
      ),
    ).toEqual([
      { unidad: null, procedimientos: 1, sin_numero: 1, sin_apertura: 1, sin_anexos: 1 },
      {
        unidad: "SECRETARÍA DE EDUCACIÓN",
        procedimientos: 2,
        sin_numero: 0,
        sin_apertura: 0,
        sin_anexos: 1,
      },
      {
        unidad: "SECRETARÍA DE SALUD",
        procedimientos: 4,
        sin_numero: 0,
        sin_apertura: 0,
        sin_anexos: 0,
      },
    ]);
  });

  it("count suppliers by municipality and activity", () => {
    expect(ask("SELECT * FROM proveedores_por_municipio_y_giro")).toEqual([
      { municipio: "Durango", giro: "Papelería", proveedores: 2 },
      { municipio: null, giro: "Papelería", proveedores: 1 },
      { municipio: "Durango", giro: "Cómputo", proveedores: 1 },
    ]);
  });
});
