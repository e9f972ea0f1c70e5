import { applySuggestions, type Suggestion } from "../../shared/portal/diagnosis/suggestion.ts";
import type { ListKind } from "../../shared/portal/fingerprint.ts";
import type { PageText } from "../../shared/portal/page.ts";
import type { PageDefinition } from "../../shared/portal/pages/definition.ts";
import type { PortalProfile } from "../../shared/portal/profile.ts";
import { createClient } from "../crawl/client.ts";
import type { HttpSettings } from "../crawl/http-client.ts";
import { portalTransport } from "../crawl/portal-transport.ts";
import { obeyRobots } from "../crawl/robots.ts";
import { PortalRefusedError, StopRunError } from "../errors.ts";
import { type Asker, askingGet, createAsker, type Exchange, recordAnswers } from "./asker.ts";
import type { PageFacts } from "./page-facts.ts";
import { probe, probeAddresses } from "./probes.ts";
import { readSeen } from "./see-page.ts";
import { inspectTls, type TlsFacts } from "./tls-chain.ts";
import { visitDetails } from "./visit-details.ts";
import { visitList } from "./visit-list.ts";
import { visitRegistry } from "./visit-registry.ts";

/** Requests of a visit at most, redirects and repetitions included. */
export const maxRequests = 12;

export interface VisitSettings extends HttpSettings {
  /** As it is declared, with the address that is looked at in the place of its own. */
  profile: PortalProfile;
}

/** A page of records that was received, as the definition of its kind reads it. */
export interface SeenPage {
  exchange: Exchange;
  definition: PageDefinition;
  url: string;
  /** As it is read by the visit's draft. */
  page: PageText;
  /** Absent for rows that came as JSON. */
  facts?: PageFacts | undefined;
}

/** What one short visit to a portal showed. */
export interface Visit {
  profile: PortalProfile;
  /** The profile with what the visit suggests so far: the rest of the visit reads by it. */
  draft: PortalProfile;
  suggestions: Suggestion[];
  tls?: TlsFacts | { error: string } | undefined;
  /** Requests in order, with all that was answered. */
  exchanges: readonly Exchange[];
  list: SeenPage[];
  /** Absent where no list was found. */
  listKind?: ListKind | undefined;
  /** Pages of procedures with their numbers. */
  details: (SeenPage & { id: string })[];
  registry?: SeenPage | undefined;
  /** What ended the visit early: a refusal, silence. */
  ended?: unknown;
  requests: number;
}

/** A visit that is under way. */
export interface Visitor {
  visit: Visit;
  asker: Asker;
  checkRobots: (url: string) => void;
  /** Takes up suggestions; the strong ones are read by from now on. */
  suggest(suggestions: readonly (Suggestion | undefined)[]): void;
  /** Asks for a page; undefined where the bounds of a visit are reached. Throws where robots.txt forbids it or the portal refuses. */
  ask(
    purpose: string,
    address: string,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Exchange | undefined>;
}

/** Looks at a portal: its certificates, robots.txt, list, two procedures, an attachment's headers, the registry. Never throws for what the portal does. */
export async function visitPortal(settings: VisitSettings): Promise<Visit> {
  const { profile } = settings;
  const asker = createAsker(
    (keep) => createClient(profile, settings, recordAnswers(portalTransport(settings), keep)),
    maxRequests,
  );
  const visit: Visit = {
    profile,
    draft: profile,
    suggestions: [],
    exchanges: asker.exchanges,
    list: [],
    details: [],
    requests: 0,
  };
  try {
    await look(settings, visit, asker);
  } catch (error) {
    if (!(error instanceof StopRunError)) throw error;
    visit.ended = error;
  } finally {
    visit.requests = asker.http.counts.requests;
    await asker.http.close();
  }
  return visit;
}

async function look(settings: VisitSettings, visit: Visit, asker: Asker): Promise<void> {
  const { profile } = settings;
  const base = new URL(profile.baseUrl);
  if (base.protocol === "https:") {
    visit.tls = await inspectTls(base, settings.timeoutMs, settings.authorities);
  }
  const http = { ...asker.http, get: askingGet(asker, "robots.txt") };
  const checkRobots = await obeyRobots(http, profile.baseUrl);
  const visitor: Visitor = {
    visit,
    asker,
    checkRobots,
    suggest: (suggestions) => {
      for (const suggestion of suggestions) if (suggestion) visit.suggestions.push(suggestion);
      const draft = applySuggestions(profile, visit.suggestions);
      if (draft === visit.draft || !suggestions.some((each) => each?.strength === "strong")) return;
      visit.draft = draft;
      // Where labels stand is found by those that are known.
      for (const seen of [
        ...visit.list,
        ...visit.details,
        ...(visit.registry ? [visit.registry] : []),
      ]) {
        seen.page = readSeen(seen, draft);
      }
    },
    ask: async (purpose, address, headers) => {
      if (!asker.mayAsk()) return undefined;
      const exchange = await asker.ask(purpose, address, headers, checkRobots);
      if (exchange.error instanceof StopRunError) throw exchange.error;
      return exchange;
    },
  };
  await visitList(visitor);
  await visitDetails(visitor);
  await probe(visitor);
  try {
    await visitRegistry(visitor);
  } catch (error) {
    // A registry behind a login is an answer, and after a refusal nothing more is asked.
    if (error instanceof PortalRefusedError) return;
    throw error;
  }
  await probeAddresses(visitor);
}
