import { expect, it } from "vitest";
import type { SeenTender } from "../../../extension/corpus/database.ts";
import { listDocuments } from "../../../extension/corpus/list-documents.ts";
import type { ProcessDocument } from "../../../shared/feed/process-documents.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import type { Anexo } from "../../../shared/portal/records.ts";
import { wholeRecord } from "../mapping/make-record.ts";

const addressOf = (id: string) =>
  `${durango.baseUrl}/ProcedimientosDeContratacion/Descarga/Anexo/${id}`;
const onDay = (day: number) => `2026-03-${String(day).padStart(2, "0")}T12:00:00-06:00`;

const anexo = (id: string): Anexo => ({
  id,
  nombre: `BASES ${id}.pdf`,
  clave: "bases",
  url: addressOf(id),
});
const seen = (day: number, ids: string[], before?: string[]): SeenTender => ({
  id: wholeRecord.id,
  source: "procedimiento",
  record: { ...wholeRecord, anexos: ids.map(anexo) },
  pageAt: Date.parse(onDay(day)),
  ...(before && { anexosBefore: before }),
});
const told = (id: string, day: number, more: Partial<ProcessDocument> = {}): ProcessDocument => ({
  id: `anexo-${id}`,
  url: addressOf(id),
  firstSeenAt: onDay(day),
  ...more,
});
const list = (feed: ProcessDocument[], readOn?: number, page?: SeenTender) =>
  listDocuments({
    told: feed,
    readAt: readOn === undefined ? undefined : onDay(readOn),
    seen: page,
    profile: durango,
  });

it("lists what the page links where there is no feed, with what its name says and nothing that nobody knows", () => {
  expect(list([], undefined, seen(5, ["9", "10"]))).toEqual(
    ["9", "10"].map((id) => ({
      id: `anexo-${id}`,
      title: `BASES ${id}.pdf`,
      type: "biddingDocuments",
      url: addressOf(id),
      isOnPortal: true,
      isNew: false,
      isGone: false,
    })),
  );
});

it("lists what the feed tells where no page was open", () => {
  const known = told("9", 1, { bytes: 12, withdrawnAt: onDay(2) });
  const elsewhere = told("10", 1, { url: "https://example.org/10" });
  expect(list([known, elsewhere], 3)).toEqual([
    { ...known, isOnPortal: true, isNew: false, isGone: false },
    { ...elsewhere, isOnPortal: false, isNew: false, isGone: false },
  ]);
});

it("finds on the portal what a feed names that was read from another host", () => {
  const path = "/procedimientosdecontratacion/descarga/anexo/9";
  expect(list([told("9", 1, { url: `http://127.0.0.1:8788${path}` })], 3)).toEqual([
    expect.objectContaining({ url: addressOf("9"), isOnPortal: true }),
  ]);
});

it("adds to what the page links what the feed knows of it; what is linked is not withdrawn", () => {
  const known = told("9", 1, { bytes: 12, withdrawnAt: onDay(2) });
  expect(list([known], 3, seen(5, ["9"]))).toEqual([
    expect.objectContaining({ id: "anexo-9", title: "BASES 9.pdf", bytes: 12, isGone: false }),
  ]);
  expect(list([known], 3, seen(5, ["9"]))[0]).not.toHaveProperty("withdrawnAt");
});

it("tells what is new since the page was last open, by the page or by the feed", () => {
  const newIds = (documents: ReturnType<typeof list>) =>
    documents.filter(({ isNew }) => isNew).map(({ id }) => id);
  // The first visit: nothing to compare with.
  expect(newIds(list([], undefined, seen(5, ["9", "10"])))).toEqual([]);
  expect(newIds(list([], undefined, seen(5, ["9", "10"], ["9"])))).toEqual(["anexo-10"]);
  expect(newIds(list([told("9", 1), told("11", 7)], 8, seen(5, ["9"])))).toEqual(["anexo-11"]);
});

it("tells what the page, open after the feed was made, does not link any more", () => {
  const goneIds = (documents: ReturnType<typeof list>) =>
    documents.filter(({ isGone }) => isGone).map(({ id }) => id);
  const feed = [told("9", 1), told("10", 1)];
  expect(goneIds(list(feed, 4, seen(5, ["9"])))).toEqual(["anexo-10"]);
  // The feed is the later: it may be back.
  expect(goneIds(list(feed, 6, seen(5, ["9"])))).toEqual([]);
  expect(goneIds(list(feed, 6))).toEqual([]);
});

it("publishes no personal data of the names of files", () => {
  const page = seen(5, ["9"]);
  page.record.anexos = [{ ...anexo("9"), nombre: "Acta de GODE561231HDGRRN09.pdf" }];
  expect(list([], undefined, page)[0]?.title).toBe("Acta de [CURP omitida].pdf");
});
