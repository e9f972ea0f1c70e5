import { expect, it } from "vitest";
import { documentRows } from "../../../scraper/publish/document-rows.ts";
import type { PublishedProcess } from "../../../scraper/publish/publication.ts";

/** The row of an attachment at whose address these contents were found, one a day. */
function rowOf(contents: readonly string[]) {
  const files = contents.map((sha256, day) => ({
    sha256,
    bytes: 1,
    readAt: `2026-03-0${day + 1}T00:00:00-06:00`,
  }));
  const document = { id: "anexo-1", url: "https://example.org/1", firstSeenAt: "", files };
  const process = { compiled: {}, row: {}, evidence: { documents: [document] } };
  // All of it that is looked at.
  return documentRows(process as unknown as PublishedProcess)[0];
}

it.each([
  [[], undefined],
  [["a"], undefined],
  [["a", "b"], "2026-03-02T00:00:00-06:00"],
  // The same again at another address.
  [["a", "b", "b"], "2026-03-02T00:00:00-06:00"],
  [["a", "b", "a"], "2026-03-03T00:00:00-06:00"],
])("says of the contents %j that the last other one came on %s", (contents, changedAt) => {
  expect(rowOf(contents)?.changedAt).toBe(changedAt);
});
