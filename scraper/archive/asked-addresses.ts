import { matchRoute } from "../../shared/portal/routes.ts";
import { scanFile } from "./archive-file.ts";
import type { Location } from "./location.ts";

/** A record that keeps an answer, by its place and id. */
export interface AnswerPlace extends Location {
  recordId: string;
}

/** The answers of a file by the address that was asked for, redirects included, each address's in the order in which they came. */
export async function readAsked(folder: string, file: string): Promise<Map<string, AnswerPlace[]>> {
  const asked = new Map<string, AnswerPlace[]>();
  for await (const { record } of scanFile(folder, file)) {
    if (record?.type !== "response" && record?.type !== "revisit") continue;
    const address = record.field("X-Requested-URI") ?? record.url ?? "";
    const place = { file, offset: record.offset, recordId: record.id };
    const places = asked.get(address);
    if (places) places.push(place);
    else asked.set(address, [place]);
  }
  return asked;
}

/** Numbers of the procedures whose pages are among addresses. @param route of the profile. */
export function procedureIds(addresses: Iterable<string>, route: string): Set<string> {
  const ids = [...addresses].map((address) => matchRoute(address, route));
  return new Set(ids.filter((id) => id !== undefined));
}
