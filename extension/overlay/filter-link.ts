import { decodeFilter, encodeFilter, type TenderFilter } from "../../shared/search/filter.ts";

const mark = "#compras-abiertas?";

/** The filter that an address carries behind its `#`, if it carries one. */
export function filterOfAddress(hash: string): TenderFilter | undefined {
  return hash.startsWith(mark) ? decodeFilter(hash.slice(mark.length)) : undefined;
}

/** The page's address with a filter behind its `#`; an empty filter takes ours away and leaves any other. */
export function addressWithFilter(address: string, filter: TenderFilter): string {
  const url = new URL(address);
  const encoded = encodeFilter(filter);
  if (encoded !== "") url.hash = mark.slice(1) + encoded;
  else if (url.hash.startsWith(mark)) url.hash = "";
  return url.href.replace(/#$/, "");
}
