/**
 * The portal's number of a procedure or attachment in an address, by a route such as `/Anexo/{id}` or `/ficha.php?seccion=1&folio={id}`. Case
 * does not matter, nor the order of parameters, nor any that the route does not name.
 *
 * @param base path of the page that the address stands on; a relative address leads nowhere without it.
 */
export function matchRoute(address: string, route: string, base?: string): string | undefined {
  const whole = localAddress(address, base);
  const { path, parameters } = patternOf(route);
  const [, before = "", query = ""] = /^([^?#]*)(?:\?([^#]*))?/.exec(whole) ?? [];
  const match = path.exec(before);
  if (!match || parameters.length === 0) return match?.[1];
  const given = new Map(
    [...new URLSearchParams(query)].map(([name, value]) => [name.toLowerCase(), value]),
  );
  let id = match[1];
  for (const [name, wanted] of parameters) {
    const value = given.get(name.toLowerCase());
    if (wanted === "{id}" && value !== undefined && /^\d+$/.test(value)) id = value;
    else if (value?.toLowerCase() !== wanted.toLowerCase()) return undefined;
  }
  return id;
}

/** The path and query that an address names on a page of the portal: `ficha.php?folio=7` on `/compras/lista.php` → `/compras/ficha.php?folio=7`. */
export function localAddress(address: string, base = ""): string {
  const local = address.trim().replace(/^https?:\/\/[^/?#]+/i, "");
  const isRelative = base !== "" && !/^\/|^[a-z][a-z0-9+.-]*:/i.test(local);
  if (!isRelative || !URL.canParse(local, origin + base)) return local;
  const { pathname, search } = new URL(local, origin + base);
  return pathname + search;
}

/** The path of a route, without what asks for one of its pages: of `/ficha.php?folio={id}` it is `/ficha.php`. */
export function pathOf(route: string): string {
  return route.replace(/[?#].*$/, "");
}

/** Any will do: only what comes after it counts. */
const origin = "http://portal";

interface RoutePattern {
  path: RegExp;
  /** What the query must say. */
  parameters: [name: string, value: string][];
}

/** Every link of every page is asked for by the same few routes. */
const patterns = new Map<string, RoutePattern>();

function patternOf(route: string): RoutePattern {
  const known = patterns.get(route);
  if (known !== undefined) return known;
  const source = pathOf(route)
    .replace(/[.*+?^$()|[\]\\]/g, "\\$&")
    .replace("{id}", "(\\d+)");
  const path = new RegExp(`^${source}/?$`, "i");
  const parameters = [...new URLSearchParams(route.slice(pathOf(route).length))];
  const pattern = { path, parameters };
  patterns.set(route, pattern);
  return pattern;
}
