import * as cheerio from "cheerio";
import { collapseSpaces } from "../../shared/values/text.ts";
import { decodePage, encodingOf } from "../crawl/decode-page.ts";
import type { Fetched } from "../crawl/http-client.ts";

/** What a page shows outside the region that holds its records: menus, scripts, and how it is written. */
export interface PageFacts {
  html: string;
  /** The encoding by which the text was read, as browsers find it. */
  encoding: string;
  /** What the page's own `<meta>` says. */
  metaCharset: string | undefined;
  title: string;
  /** All its text, on one line. */
  text: string;
  links: { text: string; href: string; rel: string; title: string }[];
  /** Sources of its scripts, and what stands in those without one. */
  scripts: { sources: string[]; inline: string[] };
  hasViewState: boolean;
  hasForgeryToken: boolean;
}

export function readFacts({ body, charset }: Fetched): PageFacts {
  const html = decodePage(body, charset);
  const $ = cheerio.load(html);
  const scripts = $("script").toArray();
  const inline = scripts.map((script) => $(script).text()).filter((text) => text.trim() !== "");
  const links = $("a[href], link[rel=next][href]")
    .toArray()
    .map((link) => ({
      text: collapseSpaces($(link).text()),
      href: $(link).attr("href") ?? "",
      rel: $(link).attr("rel") ?? "",
      title: $(link).attr("title") ?? $(link).attr("aria-label") ?? "",
    }));
  const content = $("meta[http-equiv='Content-Type' i]").attr("content");
  const metaCharset =
    $("meta[charset]").attr("charset") ?? /charset=([\w-]+)/i.exec(content ?? "")?.[1];
  const hasField = (name: string): boolean => $(`input[name="${name}"]`).length > 0;
  const facts = {
    html,
    encoding: encodingOf(body, charset),
    metaCharset,
    title: collapseSpaces($("title").first().text()),
    links,
    scripts: {
      sources: scripts.flatMap((script) => $(script).attr("src") ?? []),
      inline,
    },
    hasViewState: hasField("__VIEWSTATE"),
    hasForgeryToken: hasField("__RequestVerificationToken"),
  };
  $("script, style, template").remove();
  return { ...facts, text: collapseSpaces($("body").text()) };
}

/** Addresses that the scripts of a page fetch rows from: `ajax: "/…"`, `url: '/…'`, and the like, of this host. */
export function fetchedAddresses({ scripts }: PageFacts): string[] {
  const found = scripts.inline.flatMap((script) =>
    [
      ...script.matchAll(
        /\b(?:ajax|url|sAjaxSource)["']?\s*:\s*(?:\{\s*)?(?:["']?url["']?\s*:\s*)?["'](\/[^"'\s]*)["']/g,
      ),
      ...script.matchAll(/\b(?:fetch|getJSON|\$\.(?:get|post))\(\s*["'`](\/[^"'`\s$]*)["'`]/g),
    ].map(([, address = ""]) => address),
  );
  return [...new Set(found)];
}
