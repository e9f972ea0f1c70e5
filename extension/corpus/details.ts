import * as z from "zod";
import { BuyerProfile } from "../../shared/feed/buyer-profile.ts";
import { ExtensionDetails } from "../../shared/feed/extension-details.ts";
import { ProcessAwards } from "../../shared/feed/process-awards.ts";
import { ProcessDetails } from "../../shared/feed/process-details.ts";
import { ProcessDocuments } from "../../shared/feed/process-documents.ts";
import { ProcessTexts } from "../../shared/feed/process-texts.ts";
import { RowCitation } from "../../shared/feed/row-citation.ts";
import { type ProfileCoverage, SupplierProfile } from "../../shared/feed/supplier-profile.ts";
import { hashBytes } from "../../shared/values/hash.ts";
import type { FeedProblem } from "../messages.ts";
import type { FeedState } from "./database.ts";
import { FeedError, fetchChecked, resolveInExtension } from "./feed.ts";

/** What there is to ask for, by what, and how its files read. */
const kinds = {
  citations: { list: z.array(RowCitation), keyOf: ({ id }: RowCitation) => id },
  documents: { list: z.array(ProcessDocuments), keyOf: ({ id }: ProcessDocuments) => id },
  processes: { list: z.array(ProcessDetails), keyOf: ({ id }: ProcessDetails) => id },
  suppliers: { list: z.array(SupplierProfile), keyOf: ({ party }: SupplierProfile) => party },
  buyers: { list: z.array(BuyerProfile), keyOf: ({ id }: BuyerProfile) => id },
} as const;
export type DetailKind = keyof typeof kinds;
export type DetailOf<K extends DetailKind> = z.infer<(typeof kinds)[K]["list"]>[number];

/** What the feed tells of something. */
export interface Detail<Value> {
  /** Absent where nobody tells anything of it. */
  told?: Value;
  /** On what all figures rest. Absent where the feed does not tell who bids and who wins, or there is none. */
  coverage?: ProfileCoverage;
  /** Why the files could not be read. */
  problem?: FeedProblem;
}

/** Files that stay in memory; the browser keeps those it has fetched anyway. */
const mostFiles = 24;

/** Finds what the feed tells of one procedure, supplier or buyer: first the file that says where it stands, then that one, each checked by its hash. */
export function createDetails() {
  const files = new Map<string, Promise<unknown>>();

  function read<T>(address: string, sha256: string, schema: z.ZodType<T>): Promise<T> {
    const known = files.get(sha256);
    // A hash stands for one content, and each content is read by one schema.
    if (known !== undefined) return known as Promise<T>;
    const reading = fetchChecked(address, sha256, schema);
    files.set(sha256, reading);
    reading.catch(() => files.delete(sha256));
    const [oldest] = files.keys();
    if (files.size > mostFiles && oldest !== undefined) files.delete(oldest);
    return reading;
  }

  /** Reads the file that says where all stands, and then what `look` finds by it; why not, where that cannot be read. */
  async function follow<Value>(
    state: FeedState | undefined,
    look: (named: ExtensionDetails, feedUrl: string) => Promise<Value | undefined>,
  ): Promise<Detail<Value>> {
    const named = state?.manifest?.details;
    if (state === undefined || named === undefined) return {};
    try {
      const address = resolveInExtension(named.path, state.url);
      const details = await read(address, named.sha256, ExtensionDetails);
      const told = await look(details, state.url);
      return { coverage: details.coverage, ...(told !== undefined && { told }) };
    } catch (error) {
      if (!(error instanceof FeedError)) throw error;
      return { problem: error.problem };
    }
  }

  async function lookUp<K extends DetailKind>(
    kind: K,
    key: string,
    details: ExtensionDetails,
    feedUrl: string,
  ): Promise<DetailOf<K> | undefined> {
    const file = details[kind]?.[hashBytes(key).slice(0, 2)]; // A feed from before has no citations and no documents.
    if (file === undefined) return undefined;
    // The two belong together, which the compiler does not see through the index.
    const { list, keyOf } = kinds[kind] as unknown as {
      list: z.ZodType<DetailOf<K>[]>;
      keyOf(entry: DetailOf<K>): string;
    };
    const entries = await read(new URL(file.path, feedUrl).href, file.sha256, list);
    return entries.find((entry) => keyOf(entry) === key);
  }

  return {
    /** @param key the portal's number of a procedure, the party of a supplier, the id of a buyer. */
    find<K extends DetailKind>(
      kind: K,
      key: string,
      state: FeedState | undefined,
    ): Promise<Detail<DetailOf<K>>> {
      return follow(state, (details, feedUrl) => lookUp(kind, key, details, feedUrl));
    },
    /** What is written in the documents of a procedure, by the portal's number. */
    findTexts(id: string, state: FeedState | undefined): Promise<Detail<ProcessTexts>> {
      return follow(state, async (details, feedUrl) => {
        const text = (await lookUp("documents", id, details, feedUrl))?.text;
        if (text === undefined) return undefined;
        return read(new URL(text.path, feedUrl).href, text.sha256, ProcessTexts);
      });
    },
    /** In short, what is told of the awards of some procedures, by the portal's numbers; nothing at all in a feed that does not tell it so. */
    findAwards(
      ids: readonly string[],
      state: FeedState | undefined,
    ): Promise<Detail<ProcessAwards[]>> {
      return follow(state, async ({ awards: file }, feedUrl) => {
        if (file === undefined) return undefined;
        const address = new URL(file.path, feedUrl).href;
        const entries = await read(address, file.sha256, z.array(ProcessAwards));
        const wanted = new Set(ids);
        return entries.filter(({ id }) => wanted.has(id));
      });
    },
  };
}
