import { declaredExtensions, knownExtensions } from "../../shared/ocds/extensions.ts";
import { PackageMetadata } from "../../shared/ocds/schema.ts";
import type { FeedDraft } from "./feed-draft.ts";
import { type Publication, packageMetadata } from "./publication.ts";

/** The fields of the extension bids. */
const bidFields = /"(?:bids|relatedBid)":/;

/** An OCDS package while it is written, item by item, so that memory does not grow with it. */
export interface PackageFile {
  /** @param date of the latest release in the item. */
  add(item: unknown, date: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens a release or record package. Its items must have been checked; its metadata is checked when it is closed. With
 * `wrap`, the package stands alone in a list of that name, as Mexico's EDCA services answer.
 */
export async function openPackage(
  draft: FeedDraft,
  publication: Publication,
  file: { path: string; title: string; items: "releases" | "records"; wrap?: string },
): Promise<PackageFile> {
  const out = await draft.open(file.path, { title: file.title, mediaType: "application/json" });
  const [before, after] = file.wrap === undefined ? ["", ""] : [`{"${file.wrap}":[`, "]}"];
  await out.write(`${before}{"${file.items}":[\n`);
  let latest = "";
  let tellsBids = false;
  let separator = "";
  return {
    add: async (item, date) => {
      // Dates of one zone may differ in their offset, so they are compared as instants.
      if (latest === "" || Date.parse(date) > Date.parse(latest)) latest = date;
      const text = JSON.stringify(item);
      tellsBids ||= bidFields.test(text);
      await out.write(separator + text);
      separator = ",\n";
    },
    close: async () => {
      const extensions = tellsBids ? knownExtensions : declaredExtensions;
      const metadata = PackageMetadata.parse(
        packageMetadata(publication, file.path, latest, extensions),
      );
      // The date is known only now; the order of fields means nothing in JSON.
      await out.write(`\n],${JSON.stringify(metadata).slice(1)}${after}\n`);
      await out.close();
    },
  };
}
