import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeRelease } from "../../../shared/mapping/make-release.ts";
import { mapContent, type ReleaseContent } from "../../../shared/mapping/release.ts";
import { followState, isWithdrawnDocument, withdrawState } from "../../../shared/mapping/state.ts";
import { compileReleases } from "../../../shared/ocds/compile.ts";
import { Release } from "../../../shared/ocds/schema.ts";
import { procedimientos } from "./arbitrary.ts";
import { ocidPrefix, wholeRecord } from "./make-record.ts";

const sight = { on: "2026-03-18", lastSeenOn: "2026-03-17", replacedDocuments: new Set<string>() };
const whole = mapContent(wholeRecord, ocidPrefix);
const documentOf = (state: ReleaseContent, id: string) =>
  state.tender.documents?.find((document) => document.id === id);
const [anexo] = wholeRecord.anexos;
if (anexo === undefined) throw new Error("the record of the tests has an attachment");
const anexoId = `anexo-${anexo.id}`;

describe("followState", () => {
  it("is what the page says where nothing has vanished", () => {
    expect(followState(whole, whole, sight)).toEqual(whole);
  });

  it("keeps a document that vanished, and says when it was last seen, once and for all", () => {
    const without = mapContent({ ...wholeRecord, anexos: [] }, ocidPrefix);
    const gone = followState(whole, without, sight);
    expect(documentOf(gone, anexoId)).toEqual({
      ...documentOf(whole, anexoId),
      description: "Ya no aparece en el portal; se vio por última vez el 2026-03-17.",
    });
    const later = { ...sight, on: "2026-04-02", lastSeenOn: "2026-04-01" };
    expect(followState(gone, without, later)).toEqual(gone);
  });

  it("says of a document that it came back, and of a file that it is another", () => {
    const without = mapContent({ ...wholeRecord, anexos: [] }, ocidPrefix);
    const gone = followState(whole, without, sight);
    const back = followState(gone, whole, { ...sight, on: "2026-03-20" });
    expect(documentOf(back, anexoId)).toMatchObject({
      description: "Volvió a aparecer en el portal; se vio el 2026-03-20.",
    });
    const replaced = followState(whole, whole, { ...sight, replacedDocuments: new Set([anexoId]) });
    expect(documentOf(replaced, anexoId)).toMatchObject({
      description: "El archivo es otro que antes; se vio el 2026-03-18.",
    });
    expect(followState(replaced, whole, sight)).toEqual(replaced);
  });

  it("keeps a unit that no longer buys, without a role", () => {
    const other = mapContent(
      { ...wholeRecord, unidadCompradora: { codigo: "099", nombre: "DIF" } },
      ocidPrefix,
    );
    expect(followState(whole, other, sight).parties).toEqual([
      {
        id: "MX-DUR-UC-014",
        name: "SECRETARÍA DE EDUCACIÓN",
        identifier: { scheme: "X-MX-DUR-UC", id: "014" },
      },
      ...(other.parties ?? []),
    ]);
  });

  it("keeps a meeting whose date vanished, without the date", () => {
    const { fechaJuntaAclaraciones: _, ...undated } = wholeRecord;
    const { tender } = followState(whole, mapContent(undated, ocidPrefix), sight);
    expect(tender.enquiryPeriod).toBeUndefined();
    expect(tender.clarificationMeetings).toEqual([{ id: "1" }]);
    expect(tender.milestones).toEqual([
      {
        id: "juntaAclaraciones",
        title: "Junta de aclaraciones",
        type: "engagement",
        code: "juntaAclaraciones",
      },
    ]);
  });
});

describe("withdrawState", () => {
  it("changes the status and nothing else", () => {
    expect(withdrawState(whole)).toEqual({
      ...whole,
      tender: { ...whole.tender, status: "withdrawn" },
    });
  });
});

describe("the releases of a history", () => {
  // One procedure as it is read again and again: other records under its number, now and then no page at all.
  const history = fc.array(fc.record({ record: procedimientos, isGone: fc.boolean() }), {
    minLength: 1,
    maxLength: 6,
  });

  it("merge into the state after each of them, and all are valid", () => {
    fc.assert(
      fc.property(history, (readings) => {
        const releases: Release[] = [];
        let state: ReleaseContent | undefined;
        readings.forEach(({ record, isGone }, day) => {
          const content = mapContent({ ...record, id: "1234" }, ocidPrefix);
          const before = state;
          if (before === undefined) state = content;
          else state = isGone ? withdrawState(before) : followState(before, content, sight);
          const date = `2026-03-0${day + 1}T12:00:00-06:00`;
          releases.push(Release.parse(makeRelease(state, date, before)));

          const { id: _id, date: _date, tag: _tag, ...compiled } = compileReleases(releases);
          expect(compiled).toEqual(state);
          const listed = new Set(content.tender.documents?.map(({ id }) => id));
          for (const document of isGone ? [] : (state.tender.documents ?? [])) {
            expect(isWithdrawnDocument(document)).toBe(!listed.has(document.id));
          }
        });
      }),
    );
  });
});
