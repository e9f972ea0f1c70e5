import { makeRandom, type Random } from "../../fixtures/practice-portal/random.ts";
import { type PracticePortal, startPracticePortal } from "../../fixtures/practice-portal/server.ts";
import type { ProcedureTruth } from "../../fixtures/practice-portal/truth.ts";
import { addDays } from "../../shared/values/dates.ts";
import { expectedRow } from "./expected-row.ts";

/** A practice portal that changes between two visits, and remembers all that it ever showed. */
export interface LivePortal {
  portal: PracticePortal;
  /** Lets some time pass: procedures are added, changed, taken off and put back, attachments replaced. Returns what was done. */
  live(): string[];
  /** Procedures that it has no longer. */
  gone: ReadonlyMap<string, ProcedureTruth>;
  /** Whether it ever showed this row. */
  everShowed(id: string, row: string): boolean;
}

const today = "2026-11-20";

/** @param procedures that it begins with; @param runs how often it will be visited: it can add a procedure every other time. */
export async function startLivePortal(
  seed: number,
  procedures: number,
  runs: number,
): Promise<LivePortal> {
  const portal = await startPracticePortal({
    procedures: procedures + Math.ceil(runs / 2),
    suppliers: 20,
    seed,
    today,
    validators: true,
  });
  const { corpus } = portal;
  const random = makeRandom(seed, "soak", "life");
  const later = corpus.procedures.splice(procedures);
  const gone = new Map<string, ProcedureTruth>();
  const shown = new Map<string, Set<string>>();
  const remember = (): void => {
    for (const each of corpus.procedures) {
      const rows = shown.get(each.id) ?? new Set();
      shown.set(each.id, rows.add(expectedRow(each)));
    }
  };
  const changes = changesOf(corpus.procedures, later, gone, random);
  remember();
  return {
    portal,
    gone,
    live: () => {
      const done = changes.flatMap(({ share, change }) =>
        random.chance(share) ? (change() ?? []) : [],
      );
      remember();
      return done;
    },
    everShowed: (id, row) => shown.get(id)?.has(row) ?? false,
  };
}

/** What may happen between two visits, with how often it does; a change for which nothing is left does nothing. */
function changesOf(
  present: ProcedureTruth[],
  later: ProcedureTruth[],
  gone: Map<string, ProcedureTruth>,
  random: Random,
): { share: number; change: () => string | undefined }[] {
  let nextAttachment = 900_001;
  // Dirt is made for the text that it soils, so only what is clean is changed.
  const pickClean = (isFit: (each: ProcedureTruth) => boolean): ProcedureTruth | undefined => {
    const fit = present.filter((each) => each.dirt.length === 0 && isFit(each));
    return fit.length === 0 ? undefined : random.pick(fit);
  };
  const on =
    (what: string, isFit: (each: ProcedureTruth) => boolean, act: (each: ProcedureTruth) => void) =>
    (): string | undefined => {
      const found = pickClean(isFit);
      if (found) act(found);
      return found && `${what} ${found.id}`;
    };
  const putBack = (each: ProcedureTruth): void => {
    const place = present.findIndex(({ id }) => Number(id) > Number(each.id));
    present.splice(place < 0 ? present.length : place, 0, each);
  };
  const hasFiles = ({ anexos }: ProcedureTruth): boolean => anexos.length > 0;
  return [
    {
      share: 0.4,
      change: () => {
        const added = later.shift();
        if (added) present.push(added);
        return added && `added ${added.id}`;
      },
    },
    {
      share: 0.4,
      change: on(
        "described anew",
        ({ listed }) => listed,
        (each) => {
          each.descripcion = `${each.descripcion.replace(/ \(v\d+\)$/, "")} (v${random.between(2, 999)})`;
        },
      ),
    },
    {
      share: 0.4,
      change: on(
        "fallo moved of",
        ({ fechaFallo }) => fechaFallo !== undefined,
        (each) => {
          const hour = String(random.between(9, 17)).padStart(2, "0");
          each.fechaFallo = `${addDays(today, random.between(0, 60))}T${hour}:30:00-06:00`;
        },
      ),
    },
    {
      share: 0.1,
      change: on(
        "meeting taken back of",
        ({ fechaJuntaAclaraciones }) => fechaJuntaAclaraciones !== undefined,
        (each) => {
          delete each.fechaJuntaAclaraciones;
        },
      ),
    },
    {
      share: 0.3,
      change: on(
        "status changed of",
        () => true,
        (each) => {
          each.estatus = random.pick(["vigente", "enProceso", "adjudicado", "desierto"]);
        },
      ),
    },
    {
      share: 0.2,
      change: () => {
        const taken = random.pick(present);
        present.splice(present.indexOf(taken), 1);
        gone.set(taken.id, taken);
        return `withdrawn ${taken.id}`;
      },
    },
    {
      share: 0.2,
      change: () => {
        const back = gone.size === 0 ? undefined : random.pick([...gone.values()]);
        if (back === undefined) return undefined;
        gone.delete(back.id);
        putBack(back);
        return `returned ${back.id}`;
      },
    },
    {
      share: 0.15,
      change: on(
        "off or on the list",
        () => true,
        (each) => {
          each.listed = !each.listed;
        },
      ),
    },
    {
      share: 0.3,
      // Away from its dates, a file that is replaced behind a page that stays as it is goes unnoticed, so here the page says it too.
      change: on("file replaced of", hasFiles, ({ anexos }) => {
        const anexo = random.pick(anexos);
        anexo.bytes += random.between(1, 99);
        anexo.nombre = `${anexo.nombre.replace(/ \(corregido \d+\)$/, "")} (corregido ${anexo.bytes})`;
      }),
    },
    {
      share: 0.2,
      change: on("file taken off", hasFiles, ({ anexos }) => {
        anexos.splice(random.between(0, anexos.length - 1), 1);
      }),
    },
    {
      share: 0.3,
      change: on(
        "file added to",
        () => true,
        ({ anexos }) => {
          const id = String(nextAttachment);
          nextAttachment += 1;
          const fileName = `Acta ${id}.pdf`;
          const bytes = random.between(2000, 9000);
          anexos.push({ id, nombre: fileName, fileName, mediaType: "application/pdf", bytes });
        },
      ),
    },
  ];
}
