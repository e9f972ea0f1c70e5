import { createReadStream, readdirSync } from "node:fs";
import path from "node:path";
import { WARCParser } from "warcio";

/** A record as warcio reads it, without any code of ours. */
export interface WarcRecord {
  type: string;
  id: string;
  url: string | null | undefined;
  field: (name: string) => string | null | undefined;
  status: string | number | undefined;
  header: (name: string) => string | null | undefined;
  text: string;
}

/** The files of an archive, in order. */
export function warcFiles(archive: string): string[] {
  return readdirSync(archive, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".warc.gz"))
    .sort()
    .map((file) => path.join(archive, file));
}

/** All records of the archive's files, in order. */
export async function warcRecords(archive: string): Promise<WarcRecord[]> {
  const records: WarcRecord[] = [];
  for (const file of warcFiles(archive)) {
    for await (const record of new WARCParser(createReadStream(file))) {
      records.push({
        type: record.warcType,
        id: record.warcHeader("WARC-Record-ID") ?? "",
        url: record.warcTargetURI,
        field: (name) => record.warcHeader(name),
        status: record.httpHeaders?.statusCode,
        header: (name) => record.httpHeaders?.headers.get(name),
        text: await record.contentText(),
      });
    }
  }
  return records;
}
