/** The headers of every request. */
export function requestHeaders(userAgent: string): Readonly<Record<string, string>> {
  return {
    "user-agent": userAgent,
    "accept-encoding": "gzip",
    "accept-language": "es-MX,es;q=0.9",
    accept: "text/html,application/xhtml+xml,application/json;q=0.9,*/*;q=0.8",
  };
}
