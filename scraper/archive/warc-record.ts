import { createHash, randomUUID } from "node:crypto";
import { BaseSerializerBuffer, WARC_1_1, WARCRecord, WARCSerializer, type WARCType } from "warcio";

/** Gives a record's block piece by piece; it is asked for more than once. */
export type BlockSource = () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

export interface RecordParts {
  type: WARCType;
  /** Without brackets: `urn:uuid:…`; made by `makeRecordId`. */
  id: string;
  /** Absent for a record that is about no address. */
  url?: string | undefined;
  at: Date;
  /** Further WARC fields. */
  fields?: Readonly<Record<string, string>> | undefined;
  block: BlockSource;
}

export function makeRecordId(): string {
  return `urn:uuid:${randomUUID()}`;
}

/** SHA-256 as WARC-Payload-Digest and WARC-Block-Digest state it. @param sha256 hexadecimal. */
export function digestOf(sha256: string): string {
  return `sha256:${sha256}`;
}

/** A record of WARC 1.1 with its block's digest, piece by piece. */
export async function serializeRecord(parts: RecordParts): Promise<AsyncIterable<Uint8Array>> {
  const { type, id, url, at, fields, block } = parts;
  // Hashed here: warcio's own hashing takes three times as long as all else that it does.
  const hash = createHash("sha256");
  for await (const chunk of block()) hash.update(chunk);
  const record = WARCRecord.create(
    {
      type,
      ...(url !== undefined && { url }),
      date: at.toISOString(),
      warcVersion: WARC_1_1,
      warcHeaders: {
        "WARC-Record-ID": `<${id}>`,
        "WARC-Block-Digest": digestOf(hash.digest("hex")),
        ...fields,
      },
    },
    block(),
  );
  // warcio takes every revisit for one of an equal body.
  const profile = fields?.["WARC-Profile"];
  if (profile !== undefined) record.warcHeaders.headers.set("WARC-Profile", profile);
  // The block has the HTTP headers as they came; warcio would write them anew, as UTF-8.
  record.httpHeaders = null;
  return new WARCSerializer(record, { gzip: false }, new RepeatedBlock(block));
}

/** Has warcio read the block again in place of holding it in memory. */
class RepeatedBlock extends BaseSerializerBuffer {
  readonly #block: BlockSource;

  constructor(block: BlockSource) {
    super();
    this.#block = block;
  }

  write(): void {
    // Nothing to hold.
  }

  async *readAll(): AsyncIterable<Uint8Array> {
    yield* this.#block();
  }

  purge(): void {
    // Nothing is held.
  }
}
