import { PageChangedError } from "../../shared/portal/errors.ts";
import { findNextPage, type PageText } from "../../shared/portal/page.ts";
import { isPortalAddress } from "../../shared/portal/portal-address.ts";
import type { PortalProfile } from "../../shared/portal/profile.ts";

/** Far above what a list can have; a list that goes on beyond is leading us in a circle. */
const maxPages = 20_000;

/** Finds the next page of a list, page after page. */
export interface Paging {
  /** The address of the next page; undefined at the end. Throws `PageChangedError` for a list without end. */
  next(page: PageText, url: string): string | undefined;
}

export function followPaging(profile: PortalProfile): Paging {
  const visited = new Set<string>();
  return {
    next: (page, url) => {
      visited.add(url);
      const href = findNextPage(page, profile.list.nextPage);
      if (href === undefined || !URL.canParse(href, url)) return undefined;
      const next = new URL(href, url);
      next.hash = "";
      // The last page of some lists links to itself or to the first.
      if (!isPortalAddress(next, profile) || visited.has(next.href)) return undefined;
      if (visited.size >= maxPages) {
        throw new PageChangedError(
          `${url}: the list still has a next page after ${maxPages} pages. Look at its paging in a browser.`,
        );
      }
      return next.href;
    },
  };
}
