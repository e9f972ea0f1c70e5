import * as z from "zod";
import { StopRunError } from "../errors.ts";
import type { Store } from "./open-store.ts";
import { readRow } from "./rows.ts";

/** What a store is about. */
export const StoreIdentity = z
  .object({ portal: z.string(), portal_url: z.string(), ocid_prefix: z.string() })
  .transform((row) => ({
    portal: row.portal,
    portalUrl: row.portal_url,
    ocidPrefix: row.ocid_prefix,
  }));
export type StoreIdentity = z.infer<typeof StoreIdentity>;

/** Undefined for a store that nothing was scraped into. */
export function readIdentity(store: Store): StoreIdentity | undefined {
  return readRow(
    StoreIdentity,
    store.db.prepare("SELECT portal, portal_url, ocid_prefix FROM identity").get(),
  );
}

/**
 * Throws `StopRunError` where a store holds another portal's data or other ocids: made-up data must never get among real data,
 * and an ocid is for ever. The port does not count, so that the practice portal may move.
 */
export function checkIdentity(store: Store, wanted: StoreIdentity): void {
  const known = readIdentity(store);
  if (known === undefined) return;
  requirePortal(store, wanted.portal);
  if (!isSamePortal(known, wanted)) {
    throw new StopRunError(
      `${store.file}: the store holds the data of ${known.portalUrl}, not of ${wanted.portalUrl}. Name another file with --store.`,
    );
  }
  if (known.ocidPrefix !== wanted.ocidPrefix) {
    throw new StopRunError(
      `${store.file}: the store's ocids begin with "${known.ocidPrefix}", not with "${wanted.ocidPrefix}". Set --ocid-prefix to it, or name another file with --store.`,
    );
  }
}

/** Throws `StopRunError` where a store holds the data of another portal than the profile that is to be used with it. */
export function requirePortal(store: Store, portal: string): void {
  const known = readIdentity(store)?.portal;
  if (known === undefined || known === portal) return;
  throw new StopRunError(
    `${store.file}: the store holds the data of the portal "${known}", and --profile names "${portal}". Name its own profile, or another file with --store.`,
  );
}

/** Whether two speak of one portal with one prefix of ocids; the port does not count. */
export function isSameSource(a: StoreIdentity, b: StoreIdentity): boolean {
  return isSamePortal(a, b) && a.ocidPrefix === b.ocidPrefix;
}

/** Remembers what the store is about, from its first scrape on. */
export function saveIdentity(store: Store, identity: StoreIdentity): void {
  checkIdentity(store, identity);
  store.db
    .prepare(
      "INSERT OR REPLACE INTO identity (id, portal, portal_url, ocid_prefix) VALUES (1, ?, ?, ?)",
    )
    .run(identity.portal, identity.portalUrl, identity.ocidPrefix);
}

function isSamePortal(a: StoreIdentity, b: StoreIdentity): boolean {
  return a.portal === b.portal && hostOf(a.portalUrl) === hostOf(b.portalUrl);
}

function hostOf(url: string): string {
  const { hostname } = new URL(url);
  return /^(127\.|localhost$|\[::1\]$)/.test(hostname) ? "loopback" : hostname;
}
