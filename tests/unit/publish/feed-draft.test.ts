import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PassThrough, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { startDraft } from "../../../scraper/publish/feed-draft.ts";
import { writeInto } from "../../../scraper/publish/write-into.ts";
import { hashBytes } from "../../../shared/values/hash.ts";
import { makeFolder } from "../scraper/try-scrape.ts";

const about = { title: "Prueba", mediaType: "application/octet-stream" };

describe("a draft of the feed", () => {
  it("takes text and bytes in the order in which they come, also gzipped", async () => {
    const folder = makeFolder();
    const draft = startDraft(folder);
    for (const name of ["a.bin", "a.bin.gz"]) {
      const file = await draft.open(name, about);
      await file.write("año ");
      await file.write(Uint8Array.of(0, 255, 10));
      await file.write("fin");
      await file.close();
    }
    const expected = Buffer.concat([
      Buffer.from("año "),
      Buffer.of(0, 255, 10),
      Buffer.from("fin"),
    ]);
    expect(readFileSync(path.join(folder, "a.bin"))).toEqual(expected);
    expect(gunzipSync(readFileSync(path.join(folder, "a.bin.gz")))).toEqual(expected);
    expect(draft.files()).toMatchObject([
      { path: "a.bin", bytes: expected.length, sha256: hashBytes(expected) },
      { path: "a.bin.gz" },
    ]);
  });

  it("adopts a file that was written by its path, with its size and hash", async () => {
    const folder = makeFolder();
    const draft = startDraft(folder);
    const content = Buffer.alloc(300_000, "x");
    writeFileSync(path.join(folder, "b.sqlite"), content);
    const file = { path: "b.sqlite", ...about, bytes: 300_000, sha256: hashBytes(content) };
    expect(await draft.adopt("b.sqlite", about)).toEqual(file);
    expect(draft.files()).toEqual([file]);
  });
});

describe("writing into a pipeline", () => {
  /** A pipeline into a disk that is full after some chunks. */
  function openFullDisk(room: number) {
    const head = new PassThrough({ highWaterMark: 10 });
    let taken = 0;
    const disk = new Writable({
      highWaterMark: 1,
      write: (_chunk, _encoding, done) => {
        taken += 1;
        setImmediate(() => done(taken > room ? new Error("ENOSPC: no space left") : null));
      },
    });
    return writeInto(head, pipeline(head, disk));
  }

  it.each([0, 1, 5])("throws what went wrong, whenever it does (after %d chunks)", async (room) => {
    const write = openFullDisk(room);
    const writeAll = async () => {
      for (let chunk = 0; chunk < 50; chunk += 1) await write("x".repeat(100));
    };
    await expect(writeAll()).rejects.toThrow("ENOSPC");
    await expect(write("later")).rejects.toThrow("ENOSPC");
  });
});
