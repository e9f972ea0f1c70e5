import type { Suggestion } from "../../shared/portal/diagnosis/suggestion.ts";
import { findNextPage } from "../../shared/portal/page.ts";
import type { PortalProfile } from "../../shared/portal/profile.ts";
import type { SeenPage } from "./visit.ts";

const nextWords = /siguiente|^sig\b|adelante|next|m[aá]s resultados|^[>»›→]+$/i;

/**
 * The text of the link that leads to the second page of a list, where the profile knows none of the page's: by its address, which has a 2
 * where this page has nothing or a 1, and by what it says. A link that says only "2" is none: on the second page that leads nowhere new.
 */
export function suggestNextPage(
  { page, facts, url }: SeenPage,
  profile: PortalProfile,
): Suggestion | undefined {
  if (facts === undefined || findNextPage(page, profile.list.nextPage) !== undefined)
    return undefined;
  const link = facts.links.find(
    ({ text, href, rel, title }) =>
      text !== "" &&
      !/^\d+$/.test(text) &&
      (leadsToSecond(href, url) || rel === "next") &&
      (nextWords.test(text) || nextWords.test(title) || rel === "next"),
  );
  if (link === undefined) return undefined;
  return {
    path: ["list", "nextPage"],
    how: "add",
    value: link.text,
    reason: `the link "${link.text}" leads to ${link.href}`,
    strength: "strong",
  };
}

function leadsToSecond(href: string, url: string): boolean {
  if (!URL.canParse(href, url)) return false;
  const [here, there] = [new URL(url), new URL(href, url)];
  if (here.host !== there.host) return false;
  for (const [name, value] of there.searchParams) {
    if (value === "2" && ["1", null].includes(here.searchParams.get(name))) return true;
  }
  return (
    /\/2\/?$/.test(there.pathname) && there.pathname.startsWith(here.pathname.replace(/1\/?$/, ""))
  );
}
