import { feedPaths } from "../../../shared/feed/paths.ts";
import { packageVersion } from "../../version.ts";
import { feedLicense, type Publication } from "../publication.ts";
import { parametersOf } from "./path-template.ts";
import type { PublishedPath } from "./published-path.ts";
import { publishedPaths } from "./published-paths.ts";
import { jsonSchemas } from "./schemas.ts";

/**
 * `openapi.json`: the paths of the feed as an OpenAPI 3.1 document. OpenAPI 3.1 has no word for the items of a stream, so what the lines of a
 * JSON Lines file hold stands under `x-itemSchema`, which is `itemSchema` in OpenAPI 3.2.
 */
export async function writeOpenApi({
  draft,
  baseUrl,
  profile,
  notice,
}: Publication): Promise<void> {
  const document = {
    openapi: "3.1.1",
    info: {
      title: "Compras Abiertas Durango",
      summary: `Las compras del ${profile.jurisdiction.name} como archivos de datos abiertos.`,
      description: `${notice}\n\nNo es un servicio: son archivos que se descargan, sin clave ni registro.`,
      version: packageVersion,
      license: { name: "CC BY 4.0", url: feedLicense },
    },
    servers: [{ url: baseUrl.replace(/\/$/, "") }],
    externalDocs: {
      description: "Diccionario de campos",
      url: new URL(feedPaths.dictionary, baseUrl).href,
    },
    paths: Object.fromEntries(
      publishedPaths.map((path) => [`/${path.template}`, describePath(path)]),
    ),
    components: { schemas: jsonSchemas() },
  };
  await draft.put(
    feedPaths.openApi,
    { title: "Direcciones y formas de los datos (OpenAPI)", mediaType: "application/json" },
    `${JSON.stringify(document, undefined, 2)}\n`,
  );
}

function describePath(path: PublishedPath): object {
  const parameters = parametersOf(path.template).map(({ name, about, pattern, example }) => ({
    name,
    in: "path",
    required: true,
    description: about,
    schema: { type: "string", pattern },
    example,
  }));
  return {
    get: {
      operationId: operationId(path.template),
      summary: path.about,
      ...(parameters.length > 0 && { parameters }),
      responses: {
        "200": { description: path.about, content: { [path.mediaType]: describeBody(path) } },
        "404": { description: "No hay tal archivo en esta publicación." },
      },
    },
  };
}

function describeBody({ template, schema }: PublishedPath): object {
  if (schema === undefined) return {};
  const reference = { $ref: `#/components/schemas/${schema}` };
  if (/\.jsonl(\.gz)?$/.test(template)) return { "x-itemSchema": reference };
  return template.endsWith(".gz") ? { "x-contentSchema": reference } : { schema: reference };
}

/** `releases/{year}.jsonl` → `getReleasesYearJsonl`. */
function operationId(template: string): string {
  const words = template.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  return `get${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("")}`;
}
