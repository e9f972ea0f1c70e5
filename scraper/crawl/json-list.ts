import * as z from "zod";
import { PageChangedError } from "../../shared/portal/errors.ts";
import type { Entry, PageText } from "../../shared/portal/page.ts";
import { listado } from "../../shared/portal/pages/listado.ts";
import type { PortalProfile } from "../../shared/portal/profile.ts";
import { describeIssues } from "../describe-issues.ts";
import { SkipPageError } from "../errors.ts";
import { decodePage } from "./decode-page.ts";
import type { Fetched, HttpClient } from "./http-client.ts";
import { readHtml } from "./read-page.ts";
import { stopAtRefusal } from "./refusal.ts";

/** What DataTables expects of a server (https://datatables.net/manual/server-side). */
const JsonPage = z.object({
  recordsTotal: z.int().nonnegative(),
  data: z.array(z.union([z.record(z.string(), z.unknown()), z.array(z.unknown())])),
});

interface JsonListPage {
  page: PageText;
  url: string;
  retrievedAt: Date;
  /** Rows of the whole list, as this answer states it. */
  total: number;
}

/**
 * The pages of a list that a script of the portal fetches as JSON, each as label/text pairs: a row's property names are its
 * labels; a row that is an array takes the labels of the table's header. Ends at once where the portal has no such address.
 *
 * Throws `PageChangedError` for an answer that is not DataTables' JSON.
 */
export async function* readJsonList(
  http: HttpClient,
  profile: PortalProfile,
  { path, pageSize }: NonNullable<PortalProfile["list"]["json"]>,
  header: readonly string[],
): AsyncGenerator<JsonListPage> {
  let start = 0;
  for (let draw = 1; ; draw += 1) {
    const url = `${profile.baseUrl}${path}${path.includes("?") ? "&" : "?"}draw=${draw}&start=${start}&length=${pageSize}`;
    const fetched = await getOrNothing(http, url);
    if (fetched === undefined) return;
    const { recordsTotal, data } = parseJsonPage(fetched, url, profile);
    const { retrievedAt } = fetched;
    yield { page: pageOf(data, header), url, retrievedAt, total: recordsTotal };
    start += data.length;
    if (data.length === 0 || start >= recordsTotal) return;
  }
}

async function getOrNothing(http: HttpClient, url: string): Promise<Fetched | undefined> {
  try {
    return await http.get(url, {
      accept: "application/json",
      "x-requested-with": "XMLHttpRequest",
    });
  } catch (error) {
    if (error instanceof SkipPageError) return undefined;
    throw error;
  }
}

function parseJsonPage(
  fetched: Fetched,
  url: string,
  profile: PortalProfile,
): z.infer<typeof JsonPage> {
  if (/html/i.test(fetched.contentType ?? "")) {
    stopAtRefusal(readHtml(fetched.body, fetched.charset, listado, profile), fetched.body, url);
  }
  let json: unknown;
  try {
    json = JSON.parse(decodePage(fetched.body, fetched.charset ?? "utf-8"));
  } catch (cause) {
    throw changed(url, "is not JSON", cause);
  }
  const parsed = JsonPage.safeParse(json);
  if (parsed.success) return parsed.data;
  throw changed(url, `is not a DataTables answer (${describeIssues(parsed.error)})`, parsed.error);
}

function changed(url: string, what: string, cause: unknown): PageChangedError {
  return new PageChangedError(
    `${url}: the list's answer ${what}. If the portal changed, mend list.json in its profile.`,
    { cause },
  );
}

function pageOf(rows: z.infer<typeof JsonPage>["data"], header: readonly string[]): PageText {
  const entries = rows.map((row): Entry => {
    const named = Array.isArray(row)
      ? row.map((value, column): [string, unknown] => [header[column] ?? "", value])
      : Object.entries(row);
    return { pairs: named.map(([label, value]) => ({ label, texts: [textOf(value)] })), links: [] };
  });
  const labels = [...new Set(entries.flatMap(({ pairs }) => pairs.map(({ label }) => label)))];
  // A page without rows still is a list: it is the table's header that says so.
  return {
    heading: "",
    labels: entries.length === 0 ? [...header] : labels,
    entries,
    links: [],
    hasPasswordField: false,
  };
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
