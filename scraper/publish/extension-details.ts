import { ExtensionDetails } from "../../shared/feed/extension-details.ts";
import { feedPaths } from "../../shared/feed/paths.ts";
import { ProcessAwards } from "../../shared/feed/process-awards.ts";
import { ProcessDetails } from "../../shared/feed/process-details.ts";
import { ProcessDocuments } from "../../shared/feed/process-documents.ts";
import { type DocumentText, ProcessTexts } from "../../shared/feed/process-texts.ts";
import { RowCitation } from "../../shared/feed/row-citation.ts";
import { describeProcess } from "../../shared/registry/describe-process.ts";
import { cover, emptyCoverage } from "../../shared/registry/profile-coverage.ts";
import { sumAwards } from "../../shared/registry/sum-awards.ts";
import { confidenceOf } from "./award-rows.ts";
import { documentRows } from "./document-rows.ts";
import type { FeedFormat, Publication } from "./publication.ts";
import { jsonList, shardOf } from "./put-shards.ts";
import { openShardFiles } from "./shard-files.ts";

type Shards = ExtensionDetails["processes"];

interface NamedFile {
  title: string;
  pathOf: (hash: string) => string;
}

/**
 * `extension/procesos-<hash>.json`, lists of `ProcessDetails`; `extension/citas-<hash>.json`, lists of `RowCitation`;
 * `extension/documentos-<hash>.json`, lists of `ProcessDocuments`; `extension/montos-<hash>.json`, the `ProcessAwards` of all of them, so that comparing many
 * takes one file; and `extension/detalles-<hash>.json`, which names them and the files of the suppliers and
 * of the buyers: it is written after those. What is told of procedures waits in memory, a line each, until all have gone by; of their documents
 * there is more than that, and it is written at once.
 */
export function extensionDetails({ draft }: Publication): FeedFormat {
  const coverage = emptyCoverage();
  const processLines = new Map<string, string[]>();
  const citationLines = new Map<string, string[]>();
  const documents = openShardFiles(draft, {
    title: "Los documentos de algunos procedimientos, para la extensión",
    pathOf: feedPaths.extensionDocuments,
  });
  const awardLines: string[] = [];
  return {
    addProcess: async (process) => {
      const { compiled, record, evidence } = process;
      cover(coverage, compiled);
      const latest = evidence.releases.at(-1); // The schema demands one.
      if (latest) {
        const { date, permalink, sha256 } = latest;
        addLine(citationLines, RowCitation.parse({ id: record.id, date, permalink, sha256 }));
      }
      const rows = documentRows(process).map(({ ocid: _, number: _number, ...own }) => own);
      if (rows.length > 0) {
        const about = { id: record.id, ocid: compiled.ocid };
        const text = await putTexts(about, process.texts);
        await documents.add(
          ProcessDocuments.parse({ ...about, ...(text && { text }), documents: rows }),
        );
      }
      const about = { id: record.id, confidence: confidenceOf(evidence) };
      const details = describeProcess(compiled, about);
      if (details === undefined) return;
      addLine(processLines, ProcessDetails.parse(details));
      const awards = sumAwards(details);
      if (awards) awardLines.push(JSON.stringify(ProcessAwards.parse(awards)));
    },
    addReported: async ({ compiled }) => cover(coverage, compiled),
    finish: async () => {
      const details = ExtensionDetails.parse({
        schemaVersion: 1,
        coverage,
        processes: await putLines(processLines, {
          title: "Quién participó y quién ganó en algunos procedimientos, para la extensión",
          pathOf: feedPaths.extensionProcesses,
        }),
        citations: await putLines(citationLines, {
          title: "El enlace permanente y la huella de algunos procedimientos, para la extensión",
          pathOf: feedPaths.extensionCitations,
        }),
        documents: await documents.finish(),
        suppliers: filesOf(feedPaths.supplierProfiles),
        buyers: filesOf(feedPaths.buyerProfiles),
        awards: await putHashed(jsonList(awardLines), {
          title: "Quién ganó cada procedimiento y por cuánto, en breve, para la extensión",
          pathOf: feedPaths.extensionAwards,
        }),
      });
      await putHashed(`${JSON.stringify(details, undefined, 1)}\n`, {
        title: "En qué archivos halla la extensión quién participó y quién ganó",
        pathOf: feedPaths.extensionDetails,
      });
    },
  };

  async function putTexts(
    about: { id: string; ocid: string },
    texts: readonly DocumentText[],
  ): Promise<ProcessDocuments["text"]> {
    if (texts.length === 0) return undefined;
    const title = "Lo que está escrito en los documentos de un procedimiento";
    const content = ProcessTexts.parse({ ...about, documents: texts });
    const { path, sha256 } = await draft.put(
      feedPaths.documentTexts(about.id),
      { title, mediaType: "application/json" },
      `${JSON.stringify(content, undefined, 1)}\n`,
    );
    return { path, sha256 };
  }

  async function putLines(lines: Map<string, string[]>, about: NamedFile): Promise<Shards> {
    const files: Shards = {};
    for (const [shard, own] of [...lines].sort(([a], [b]) => (a < b ? -1 : 1))) {
      files[shard] = await putHashed(jsonList(own), about);
    }
    return files;
  }

  async function putHashed(text: string, { title, pathOf }: NamedFile): Promise<Shards[string]> {
    const file = await draft.open(pathOf("nuevo"), { title, mediaType: "application/json" });
    await file.write(text);
    const { path, sha256 } = await file.close((hash) => pathOf(hash.slice(0, 16)));
    return { path, sha256 };
  }

  function filesOf(pathOf: (shard: string) => string): Shards {
    const named = draft.files().flatMap(({ path, sha256 }) => {
      const shard = /\/([0-9a-f]{2})\.json$/.exec(path)?.[1];
      return shard !== undefined && pathOf(shard) === path ? [[shard, { path, sha256 }]] : [];
    });
    return Object.fromEntries(named);
  }
}

/** Adds an entry to the lines of its shard. */
function addLine(lines: Map<string, string[]>, entry: { id: string }): void {
  const shard = shardOf(entry.id);
  const own = lines.get(shard) ?? [];
  lines.set(shard, own);
  own.push(JSON.stringify(entry));
}
