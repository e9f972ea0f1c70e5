import fc from "fast-check";
import type { TenderRow } from "../../../shared/feed/tender-row.ts";
import type { Personal } from "../../../shared/monitor/backup.ts";
import type { Follow } from "../../../shared/monitor/personal.ts";
import { followStatuses } from "../../../shared/monitor/personal-limits.ts";
import { dropUndefined } from "../../../shared/values/present.ts";

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const instant = fc.constantFrom(
  "2026-03-10T00:00:00-06:00",
  "2026-03-18T11:30:00-06:00",
  "2026-03-20T11:30:00-06:00",
  "2026-05-02T09:00:00-06:00",
);
const id = fc.constantFrom("1", "2", "3", "4", "5");

/** A procedure of few numbers, texts and days, so that two of them often agree in part. */
export const tenderRow: fc.Arbitrary<TenderRow> = fc
  .record({
    id,
    title: maybe(fc.constantFrom("ADQUISICIÓN DE TÓNER", "ÚTILES ESCOLARES")),
    number: maybe(fc.constantFrom("LP/1/2026", "LP/2/2026")),
    buyerName: maybe(fc.constantFrom("Secretaría de Salud", "Secretaría de Educación")),
    methodText: maybe(fc.constantFrom("Licitación pública", "Invitación restringida")),
    category: maybe(fc.constantFrom("goods", "services")),
    publishedAt: maybe(instant),
    clarificationAt: maybe(instant),
    opensAt: maybe(instant),
    awardAt: maybe(instant),
    status: maybe(fc.constantFrom("active", "complete", "unsuccessful", "cancelled", "withdrawn")),
    statusText: maybe(fc.constantFrom("Vigente", "Adjudicada")),
    withdrawnAt: maybe(instant),
  })
  .map((fields) =>
    dropUndefined<TenderRow>({
      ...fields,
      ocid: `ocds-000000-${fields.id}`,
      url: `https://example.org/${fields.id}`,
    }),
  );

/** A feed: each procedure once. */
export const feedRows = fc.uniqueArray(tenderRow, { selector: (row) => row.id, maxLength: 5 });

const follow: fc.Arbitrary<Follow> = fc
  .record({
    id,
    isFavourite: fc.boolean(),
    status: maybe(fc.constantFrom(...followStatuses)),
    note: fc.constantFrom("", "Llamar a Lupita", "Pedir muestra\nel lunes", "No llamar", "llamar"),
    changedAt: fc.nat({ max: 3 }),
  })
  .map((fields) => dropUndefined<Follow>(fields));

const byId = <Item extends { id: string }>(item: fc.Arbitrary<Item>) =>
  fc.uniqueArray(item, { selector: (one) => one.id, maxLength: 5 });

/** What a user may have gathered; names of searches are unique, as the extension keeps them. */
export const personal: fc.Arbitrary<Personal> = fc.record({
  searches: fc.uniqueArray(
    fc.record({
      id,
      name: fc.constantFrom("Tóner", "Papelería", "Papelería 2", "Salud"),
      filter: fc.constantFrom("texto=toner", "texto=papel", "estado=open"),
      changedAt: fc.nat({ max: 3 }),
    }),
    { maxLength: 4, comparator: (a, b) => a.id === b.id || a.name === b.name },
  ),
  follows: byId(follow),
  seen: byId(fc.record({ id, at: fc.nat({ max: 9 }) })),
  cursor: fc.nat({ max: 9 }),
  settings: fc
    .record({
      feedUrl: maybe(fc.constantFrom("https://a.example/", "https://b.example/")),
      language: maybe(fc.constantFrom("es", "en")),
      synonyms: maybe(fc.constantFrom("tóner, tinta", "hojas, papel\ntóner, tinta", "-seguro")),
    })
    .map((fields) => dropUndefined<Personal["settings"]>(fields)),
});
