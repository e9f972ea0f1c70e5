import type { ListedDocument } from "../corpus/list-documents.ts";

export type ProblemKind =
  /** No answer, or it broke off. */
  | "unreachable"
  | "timeout"
  /** 404 and 410. */
  | "notThere"
  /** 403: the portal refuses, and nothing more is asked of it. */
  | "refused"
  /** 429: it wants to be left alone, and is. */
  | "tooMany"
  | "httpStatus"
  /** A web page in the place of the file: an error, or a login. */
  | "webPage"
  | "empty"
  | "tooLarge"
  /** Its address, or the one that it led to, is not the portal's. */
  | "elsewhere"
  /** The portal's page links it no longer, so it is not asked for. */
  | "withdrawn"
  /** Another document's `refused` or `tooMany` came before its turn. */
  | "notAsked";

/** Why there is no file of a document. */
export interface Problem {
  kind: ProblemKind;
  /** The status of an answer. */
  detail?: string;
}

/** What is odd about a file that is there: it is of another format than its names say, or its hash is not the feed's. */
export type Oddity = "otherFormat" | "otherThanFeed";

/** A file as the portal gave it. */
export interface FetchedFile {
  bytes: Uint8Array<ArrayBuffer>;
  /** Without parameters. */
  mediaType?: string;
  /** The ending of the name that the answer gives it. */
  ending?: string;
}

/** What became of a document: a file in the ZIP, or the reason why there is none. */
export type Outcome = { document: ListedDocument; askedAt?: Date } & (
  | {
      /** In the ZIP, from the procedure's folder. */
      path: string;
      size: number;
      sha256: string;
      mediaType?: string;
      oddities: Oddity[];
    }
  | { problem: Problem }
);
