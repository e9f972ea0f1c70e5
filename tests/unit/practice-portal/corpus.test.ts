import { describe, expect, it } from "vitest";
import { units } from "../../../fixtures/practice-portal/corpus/units.ts";
import { type CorpusOptions, makeCorpus } from "../../../fixtures/practice-portal/corpus.ts";
import { dirtNames } from "../../../fixtures/practice-portal/dirt.ts";
import { makeSite } from "../../../fixtures/practice-portal/site.ts";
import { listKinds, usualView } from "../../../fixtures/practice-portal/view.ts";
import { addDays } from "../../../shared/values/dates.ts";
import { hasValidCheck, normalizeRfc, rfcOwner } from "../../../shared/values/rfc.ts";

const today = "2026-11-22";
const usual: CorpusOptions = { seed: 1, procedures: 400, suppliers: 250, today };
const corpus = makeCorpus(usual);

function pagesOf(options: CorpusOptions): (string | Uint8Array)[] {
  const made = makeCorpus(options);
  const site = makeSite(made);
  const anexo = made.procedures[0]?.anexos[0]?.id;
  return listKinds.flatMap((list) =>
    [
      "/consulta/ProcedimientosDeContratacion?pagina=2",
      `/consulta/ProcedimientosDeContratacion/${made.procedures[7]?.id}`,
      `/ProcedimientosDeContratacion/Descarga/Anexo/${anexo}`,
      "/consulta/Proveedores",
    ].map((path) => site.answerPage(new URL(path, "http://portal"), usualView(list)).body),
  );
}

describe("the corpus of the practice portal", () => {
  it("is the same for the same seed and day, to the bytes of its pages", () => {
    expect(makeCorpus(usual)).toEqual(corpus);
    expect(pagesOf(usual)).toEqual(pagesOf(usual));
  });

  it("differs for another seed and for another day", () => {
    expect(makeCorpus({ ...usual, seed: 2 }).procedures).not.toEqual(corpus.procedures);
    expect(makeCorpus({ ...usual, today: "2026-11-23" }).procedures).not.toEqual(corpus.procedures);
  });

  it("carries every kind of dirt, and leaves a good share clean", () => {
    const seen = new Set(corpus.procedures.flatMap(({ dirt }) => dirt));
    expect(dirtNames.filter((name) => !seen.has(name))).toEqual([]);
    const clean = corpus.procedures.filter(({ dirt }) => dirt.length === 0).length;
    expect(clean / corpus.procedures.length).toBeGreaterThan(0.4);
  });

  it("holds every modality, materia, status and buying unit", () => {
    const count = (values: string[]) => new Set(values).size;
    const { procedures } = corpus;
    expect({
      modalidades: count(procedures.map(({ modalidad }) => modalidad)),
      materias: count(procedures.map(({ materia }) => materia)),
      estatus: count(procedures.map(({ estatus }) => estatus)),
      units: count(procedures.map(({ unidadCompradora }) => unidadCompradora.nombre)),
    }).toEqual({ modalidades: 4, materias: 4, estatus: 6, units: units.length });
    expect(units.length).toBe(25);
  });

  it.each([
    ["LP/E/SEED/007/2025", /^LP\/E\/[A-Z-]+\/\d{3}\/\d{4}$/],
    ["EA-910002998-N11-2025", /^EA-\d{9}-N\d+-\d{4}$/],
    ["EA-910006991-I10-2013", /^EA-\d{9}-I\d+-\d{4}$/],
    ["EA-810005998-e28-2023", /^EA-\d{9}-e\d+-\d{4}$/],
    ["CP-SECOPE-EST-DC-058-21", /^CP-[A-Z-]+-EST-D[A-Z]+-\d{3}-\d{2}$/],
    ["910003968-001-23", /^\d{9}-\d{3}-\d{2}$/],
    ["PML-RM-SPM-LPN-01/2019", /^PML-RM-SPM-[A-Z]+-\d+\/\d{4}$/],
    ["130 DMAF", /^\d+ [A-Z]+$/],
    ["none at all", /^undefined$/],
  ])("numbers some procedures like %s", (_example, format) => {
    const numbers = corpus.procedures.map(({ numeroProcedimiento }) => `${numeroProcedimiento}`);
    expect(numbers.some((number) => format.test(number))).toBe(true);
  });

  it("spreads over three years up to today, with openings after it", () => {
    const published = corpus.procedures.flatMap(({ fechaPublicacion }) => fechaPublicacion ?? []);
    const opens = corpus.procedures.flatMap((procedure) =>
      (procedure.fechaAperturaProposiciones ?? []).slice(0, 10),
    );
    const since = (day: string) => published.filter((instant) => instant >= day).length;
    expect(published.every((instant) => instant.slice(0, 10) <= today)).toBe(true);
    expect(published[0]?.slice(0, 7)).toBe("2023-11");
    expect(since(today)).toBeGreaterThanOrEqual(1);
    expect(since(addDays(today, -6))).toBeGreaterThan(since(today));
    expect(since(addDays(today, -29))).toBeGreaterThan(since(addDays(today, -6)));
    expect(opens.filter((day) => day === today).length).toBeGreaterThanOrEqual(2);
    expect(opens.filter((day) => day > addDays(today, 7)).length).toBeGreaterThanOrEqual(2);
  });

  it("gives every procedure and attachment a number of its own, procedures ascending with gaps", () => {
    const ids = corpus.procedures.map(({ id }) => Number(id));
    const anexos = corpus.procedures.flatMap((procedure) => procedure.anexos.map(({ id }) => id));
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
    expect((ids.at(-1) ?? 0) - (ids[0] ?? 0)).toBeGreaterThan(ids.length);
    expect(new Set(anexos).size).toBe(anexos.length);
    expect(corpus.procedures.every((procedure) => procedure.anexos.length > 0)).toBe(true);
  });

  it("tells hundreds of subjects apart", () => {
    expect(new Set(corpus.procedures.map(({ descripcion }) => descripcion)).size).toBeGreaterThan(
      250,
    );
  });

  it("registers suppliers with synthetic RFCs, homonyms and several spellings of S.A. de C.V.", () => {
    const { suppliers } = corpus;
    const rfcs = suppliers.flatMap(({ rfc }) => rfc ?? []);
    const wrong = rfcs.filter((rfc) => !hasValidCheck(rfc));
    const names = suppliers.map(({ nombre }) => nombre);
    expect(rfcs.every((rfc) => /^ZZ/.test(rfc) && normalizeRfc(rfc) === rfc)).toBe(true);
    expect(rfcs.every((rfc) => rfcOwner(rfc) !== undefined)).toBe(true);
    expect(wrong.length).toBeGreaterThan(0);
    expect(wrong.length / rfcs.length).toBeLessThan(0.06);
    expect(new Set(names).size).toBeLessThan(names.length);
    for (const form of ["S.A. DE C.V.", "S.A. de C.V.", "S.A DE C.V.", "SA DE CV"]) {
      expect(names.filter((name) => name.endsWith(form)).length).toBeGreaterThan(0);
    }
  });

  it("makes 10,000 procedures in a few seconds, each still with its own number", () => {
    const startedAt = performance.now();
    const large = makeCorpus({ ...usual, procedures: 10_000 });
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    expect(new Set(large.procedures.map(({ id }) => id)).size).toBe(10_000);
  });

  it("can be empty", () => {
    const empty = makeCorpus({ ...usual, procedures: 0, suppliers: 0 });
    expect([empty.procedures, empty.suppliers, empty.junk]).toEqual([[], [], []]);
  });
});
