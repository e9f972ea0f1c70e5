import { describeChange } from "../../shared/mapping/describe-change.ts";
import { type Change, listChanges } from "../../shared/mapping/list-changes.ts";
import { procedureNumber } from "../../shared/mapping/procedure-number.ts";
import type { Release } from "../../shared/ocds/schema.ts";
import type { Column } from "../../shared/tables/column.ts";
import { dropUndefined } from "../../shared/values/present.ts";
import type { PublishedRelease } from "./publication.ts";

/** A release may tell what no table shows, such as the type of a file. */
const otherChange = "Otro cambio, que no toca fechas, textos, estatus ni anexos.";

/** One release as news. */
export interface ChangeRow {
  seq: number;
  releaseId: string;
  /** ISO 8601 with offset. */
  date: string;
  ocid: string;
  tag: Release["tag"][number];
  /** As it was then, like the two that follow. */
  number?: string;
  title?: string;
  buyerName?: string;
  changes: Change[];
}

export function changeRow({ seq, release, before, after }: PublishedRelease): ChangeRow {
  const [tag] = release.tag;
  if (tag === undefined) throw new Error(`release ${release.id} has no tag`);
  return dropUndefined<ChangeRow>({
    seq,
    releaseId: release.id,
    date: release.date,
    ocid: release.ocid,
    tag,
    number: procedureNumber(after),
    title: after.tender?.title,
    buyerName: after.buyer?.name,
    changes: listChanges(before, after),
  });
}

export const changeColumns: readonly Column<ChangeRow>[] = [
  {
    heading: "Fecha",
    meaning: "Cuándo se vio el cambio.",
    width: 17,
    instant: ({ date }) => date,
  },
  {
    heading: "OCID",
    meaning: "Identificador del procedimiento que cambió.",
    width: 22,
    text: ({ ocid }) => ocid,
  },
  {
    heading: "Número de procedimiento",
    meaning: "Número oficial, tal como lo escribía el portal.",
    width: 26,
    text: ({ number }) => number,
  },
  {
    heading: "Unidad compradora",
    meaning: "Quién contrataba, tal como lo escribía el portal.",
    width: 40,
    text: ({ buyerName }) => buyerName,
  },
  {
    heading: "Qué cambió",
    meaning: "Qué cambió en el procedimiento desde la lectura anterior.",
    width: 80,
    text: ({ changes }) => changes.map(describeChange).join(" ") || otherChange,
  },
  {
    heading: "Descripción",
    meaning: "Qué se contrataba, en palabras del portal.",
    width: 60,
    text: ({ title }) => title,
  },
];
