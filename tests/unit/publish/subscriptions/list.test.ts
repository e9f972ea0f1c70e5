import { describe, expect, it } from "vitest";
import { bareRecord } from "../../mapping/make-record.ts";
import { feedFiles, fingerprintFeed } from "../../scraper/read-feed.ts";
import { makeHistory } from "../try-format.ts";
import { publish, publishAll, readTopics, seen } from "./read-subscriptions.ts";

describe("what one can subscribe to", () => {
  it("is listed with every file and its number of entries, and nothing else is there", async () => {
    const feed = await publishAll(
      seen(2),
      seen(2, {}, bareRecord),
      seen(3, {
        id: "55",
        unidadCompradora: { nombre: "INSTITUTO DE SALUD" },
        tipoProcedimiento: { texto: "Subasta Inversa" },
        materia: { texto: "Comodato" },
      }),
    );
    const topics = readTopics(feed);
    expect(
      topics.map(({ kind, title, atom, changes, events }) => [kind, title, atom, changes, events]),
    ).toEqual([
      ["todo", "Todos los procedimientos", "atom/todo.xml", 3, 6],
      ["dependencia", "SECRETARÍA DE EDUCACIÓN", "atom/dependencia/mx-dur-uc-014.xml", 1, 3],
      [
        "dependencia",
        "INSTITUTO DE SALUD",
        "atom/dependencia/mx-dur-uc-instituto-de-salud.xml",
        1,
        3,
      ],
      ["modalidad", "Modalidad abierta", "atom/modalidad/abierta.xml", 1, 3],
      ["modalidad", "Modalidad: Subasta Inversa", "atom/modalidad/subasta-inversa.xml", 1, 3],
      ["clase", "Bienes", "atom/clase/bienes.xml", 1, 3],
      ["clase", "Comodato", "atom/clase/comodato.xml", 1, 3],
    ]);
    expect(topics.flatMap(({ atom, jsonFeed, ics }) => [atom, jsonFeed, ics ?? ""]).sort()).toEqual(
      feedFiles(feed).filter((file) => /^(atom|json-feed|ics)\//.test(file)),
    );
  });

  it("has no calendar where no date is known", async () => {
    const feed = await publishAll(seen(2, {}, bareRecord));
    expect(readTopics(feed)).toEqual([
      {
        kind: "todo",
        title: "Todos los procedimientos",
        atom: "atom/todo.xml",
        jsonFeed: "json-feed/todo.json",
        changes: 1,
      },
    ]);
  });

  it("keeps its file under a unit's new name, and tells both units of a procedure that moves", async () => {
    const feed = await publishAll(
      seen(2),
      seen(3, { unidadCompradora: { codigo: "014", nombre: "EDUCACIÓN" } }),
      seen(4, { unidadCompradora: { codigo: "099", nombre: "DIF" } }),
    );
    const units = readTopics(feed).filter(({ kind }) => kind === "dependencia");
    expect(units.map(({ title, atom, changes, ics }) => [title, atom, changes, ics])).toEqual([
      ["EDUCACIÓN", "atom/dependencia/mx-dur-uc-014.xml", 3, undefined],
      ["DIF", "atom/dependencia/mx-dur-uc-099.xml", 1, "ics/dependencia/mx-dur-uc-099.ics"],
    ]);
  });

  it("gives names that no file system has room for a shorter file of their own", async () => {
    const long = "INSTITUTO ".repeat(60);
    const feed = await publishAll(
      seen(2, { unidadCompradora: { nombre: `${long}UNO` } }),
      seen(2, { id: "55", unidadCompradora: { nombre: `${long}DOS` } }),
    );
    const names = readTopics(feed)
      .filter(({ kind }) => kind === "dependencia")
      .map(({ atom }) => atom);
    expect(new Set(names).size).toBe(2);
    for (const name of names) expect(name.length).toBeLessThan(100);
  });

  it("is equal to the byte where the store is", async () => {
    const history = makeHistory();
    seen(2)(history);
    seen(3, { descripcion: "ÚTILES" })(history);
    const first = fingerprintFeed(await publish(history));
    expect(fingerprintFeed(await publish(history))).toEqual(first);
  });
});
