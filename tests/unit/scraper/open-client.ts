import { onTestFinished } from "vitest";
import {
  createHttpClient,
  type HttpClient,
  type HttpSettings,
} from "../../../scraper/crawl/http-client.ts";
import { moveProfile } from "../../../scraper/crawl/portal-hosts.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";

/** A fast client of a portal at `url`, closed in the end. */
export function openClient(url: string, settings: Partial<HttpSettings> = {}): HttpClient {
  const client = createHttpClient(moveProfile(durango, url), {
    userAgent: "ComprasAbiertasDurango/prueba",
    delayMs: 0,
    concurrency: 4,
    timeoutMs: 2000,
    retries: 3,
    retryDelayMs: 1,
    maxRetryAfterMs: 1500,
    now: () => new Date(),
    ...settings,
  });
  onTestFinished(() => client.close());
  return client;
}
