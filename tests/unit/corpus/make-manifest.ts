import { type ExtensionManifest, feedSchemaVersion } from "../../../shared/feed/index-schema.ts";

/** The manifest of a feed of one procedure, of whose rows only the name is known. */
export function makeManifest(fields: Partial<ExtensionManifest> = {}): ExtensionManifest {
  return {
    schemaVersion: feedSchemaVersion,
    portal: "durango",
    readAt: "2026-11-27T06:00:00-06:00",
    path: "index-0123456789abcdef.json.gz",
    sha256: "0".repeat(64),
    bytes: 1000,
    tenders: 1,
    suppliers: 0,
    ...fields,
  };
}
