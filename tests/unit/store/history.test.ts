import { describe, expect, it, onTestFinished } from "vitest";
import { documentsOf, filesOf, type ReadFile } from "../../../scraper/store/documents.ts";
import { inTransaction, openStore, type Store } from "../../../scraper/store/open-store.ts";
import { saveProcedure, withdrawProcedure } from "../../../scraper/store/procedures.ts";
import { allProcedures, presentProcedures } from "../../../scraper/store/read-procedures.ts";
import { allReleases } from "../../../scraper/store/releases.ts";
import { beginRun } from "../../../scraper/store/runs.ts";
import { setAsideOf } from "../../../scraper/store/set-aside.ts";
import { sightingsOf } from "../../../scraper/store/sightings.ts";
import { compileReleases } from "../../../shared/ocds/compile.ts";
import type { Procedimiento } from "../../../shared/portal/records.ts";
import { wholeRecord } from "../mapping/make-record.ts";
import { makeFolder } from "../scraper/try-scrape.ts";

/** A store in which one procedure is read day after day of March 2026, at noon in Durango. */
function openHistory() {
  const store = openStore(`${makeFolder()}/compras.sqlite`);
  onTestFinished(() => store.close());
  const { id } = beginRun(store, {
    portalUrl: "http://127.0.0.1",
    startedAt: "2026-03-01T12:00:00-06:00",
    limit: undefined,
  });
  const run = { id, ocidPrefix: "ocds-prueba", timeZone: "America/Monterrey" };
  const noonOf = (day: number) => new Date(Date.UTC(2026, 2, day, 18));
  return {
    store,
    read: (day: number, change: Partial<Procedimiento> = {}, files: [string, string][] = []) =>
      saveProcedure(
        store,
        run,
        { ...wholeRecord, ...change },
        { retrievedAt: noonOf(day), sha256: "0".repeat(64) },
        new Map(files.map(([anexo, content]) => [anexo, fileOf(content, noonOf(day))])),
      ),
    withdraw: (day: number) => withdrawProcedure(store, run, wholeRecord.id, noonOf(day)),
    tags: () => [...allReleases(store)].map(({ release }) => release.tag[0]),
    compiled: () => {
      const [procedure] = allProcedures(store);
      return compileReleases((procedure?.releases ?? []).map(({ release }) => release));
    },
  };
}

function fileOf(content: string, retrievedAt: Date): ReadFile {
  const sha256 = content.padEnd(64, "0");
  return { sha256, bytes: 10, name: "BASES.pdf", mediaType: "application/pdf", retrievedAt };
}

const [anexo] = wholeRecord.anexos;
if (anexo === undefined) throw new Error("the record of the tests has an attachment");

const damage = (store: Store, sql: string) => store.db.exec(sql);

describe("the history of a procedure", () => {
  it("becomes withdrawn when the portal has it no longer, once, and stays whole", () => {
    const { store, read, withdraw, tags, compiled } = openHistory();
    expect(read(1)).toBe("added");
    read(2);
    withdraw(3);
    withdraw(4);
    expect(tags()).toEqual(["tender", "tenderUpdate"]);
    expect(compiled().tender).toMatchObject({
      status: "withdrawn",
      title: wholeRecord.descripcion,
    });
    expect(sightingsOf(store, wholeRecord.id)).toEqual([
      {
        event: "withdrawn",
        at: "2026-03-03T12:00:00-06:00",
        lastSeenAt: "2026-03-02T12:00:00-06:00",
      },
    ]);
    expect(presentProcedures(store)).toEqual([]);
    expect([...allProcedures(store)][0]).toMatchObject({
      firstSeenAt: "2026-03-01T12:00:00-06:00",
      lastReadAt: "2026-03-02T12:00:00-06:00",
      withdrawnAt: "2026-03-03T12:00:00-06:00",
    });
  });

  it("says so when a withdrawn procedure comes back, even unchanged", () => {
    const { store, read, withdraw, tags, compiled } = openHistory();
    read(1);
    withdraw(3);
    expect(read(5)).toBe("changed");
    expect(read(6)).toBe("unchanged");
    expect(tags()).toEqual(["tender", "tenderUpdate", "tenderUpdate"]);
    expect(compiled().tender?.status).toBe("active");
    expect(sightingsOf(store, wholeRecord.id).map(({ event }) => event)).toEqual([
      "withdrawn",
      "returned",
    ]);
    expect(presentProcedures(store)).toEqual([wholeRecord.id]);
  });

  it("keeps a document that vanished, with its hash, and says so when it comes back", () => {
    const { store, read, tags, compiled } = openHistory();
    read(1, {}, [[anexo.id, "a"]]);
    read(2, { anexos: [] });
    const [document] = documentsOf(store, wholeRecord.id);
    expect(document).toMatchObject({
      firstSeenAt: "2026-03-01T12:00:00-06:00",
      lastSeenAt: "2026-03-01T12:00:00-06:00",
      withdrawnAt: "2026-03-02T12:00:00-06:00",
    });
    expect(filesOf(store, wholeRecord.id)).toMatchObject([{ sha256: "a".padEnd(64, "0") }]);
    const note = () =>
      compiled().tender?.documents?.find(({ id }) => id === `anexo-${anexo.id}`)?.description;
    expect(note()).toBe("Ya no aparece en el portal; se vio por última vez el 2026-03-01.");
    read(5);
    expect(note()).toBe("Volvió a aparecer en el portal; se vio el 2026-03-05.");
    expect(tags()).toEqual(["tender", "tenderAmendment", "tenderAmendment"]);
    expect(documentsOf(store, wholeRecord.id)[0]).not.toHaveProperty("withdrawnAt");
  });

  it("publishes a document's media type once it was read, as an update", () => {
    const { read, tags, compiled } = openHistory();
    read(1);
    expect(read(2, {}, [[anexo.id, "a"]])).toBe("changed");
    expect(read(3)).toBe("unchanged");
    expect(tags()).toEqual(["tender", "tenderUpdate"]);
    const documents = compiled().tender?.documents ?? [];
    expect(documents.find(({ id }) => id === `anexo-${anexo.id}`)?.format).toBe("application/pdf");
  });

  it("tells a file that was replaced at the same address, and keeps both hashes", () => {
    const { store, read, tags } = openHistory();
    read(1, {}, [[anexo.id, "a"]]);
    expect(read(2, {}, [[anexo.id, "b"]])).toBe("changed");
    expect(read(3, {}, [[anexo.id, "b"]])).toBe("unchanged");
    expect(tags()).toEqual(["tender", "tenderAmendment"]);
    expect(filesOf(store, wholeRecord.id).map(({ sha256, readAt }) => [sha256[0], readAt])).toEqual(
      [
        ["a", "2026-03-01T12:00:00-06:00"],
        ["b", "2026-03-02T12:00:00-06:00"],
      ],
    );
  });

  it("sets a release that its schema refuses aside with the reasons, once, and keeps what was known", () => {
    const { store, read, tags } = openHistory();
    const broken = { fechaFallo: "mañana" };
    expect(read(1, broken)).toBe("setAside");
    expect([...allProcedures(store)]).toEqual([]);
    expect(read(2)).toBe("added");
    expect(read(3, broken)).toBe("setAside");
    expect(read(4, broken)).toBe("setAside");
    expect(tags()).toEqual(["tender"]);
    expect(setAsideOf(store, wholeRecord.id)).toEqual([
      {
        procedureId: wholeRecord.id,
        at: "2026-03-01T12:00:00-06:00",
        release: expect.objectContaining({ ocid: `ocds-prueba-${wholeRecord.id}` }),
        reasons: [expect.stringContaining("tender.awardPeriod.endDate")],
      },
    ]);
  });
});

describe("a store that was edited by hand", () => {
  it.each([
    [
      "a release's text",
      "UPDATE releases SET body = (SELECT body FROM releases WHERE seq = 1) WHERE seq = 2",
      /release 2 .* is not what was written/,
    ],
    ["a release's id", "UPDATE releases SET release_id = 'x' WHERE seq = 1", /release 1 \(x/],
    [
      "a release that was removed",
      "DELETE FROM releases WHERE seq = 1",
      /1 of 2 releases are missing/,
    ],
    [
      "a record",
      "UPDATE procedures SET record = replace(record, 'UNIFORMES', 'UNIFORME')",
      /the record of procedure 1234 is not what was written/,
    ],
  ])("is found out by %s", (_what, sql, message) => {
    const { store, read } = openHistory();
    read(1);
    read(2, { descripcion: "OTRA COSA, UNIFORMES" });
    damage(store, sql);
    expect(() => {
      for (const _ of allReleases(store));
      for (const _ of allProcedures(store));
    }).toThrow(message);
  });
});

describe("saving in one go", () => {
  it("keeps nothing of what it holds where it breaks off, and all of it else", () => {
    const { store, read, tags } = openHistory();
    expect(() =>
      inTransaction(store, () => {
        read(1);
        throw new Error("no more room");
      }),
    ).toThrow("no more room");
    expect(tags()).toEqual([]);
    expect(documentsOf(store, wholeRecord.id)).toEqual([]);
    inTransaction(store, () => {
      expect(read(2)).toBe("added");
      read(3, { descripcion: "OTRA COSA" });
    });
    expect(tags()).toEqual(["tender", "tenderUpdate"]);
  });
});
