import type { FeedFile } from "../../../shared/feed/index-schema.ts";
import { feedPaths } from "../../../shared/feed/paths.ts";
import type { PortalProfile } from "../../../shared/portal/profile.ts";
import type { FeedFacts } from "../feed-facts.ts";
import { feedLicense, type Publication } from "../publication.ts";
import { dcatContext } from "./dcat-context.ts";
import type { DataSetName } from "./published-path.ts";
import { matchPath } from "./published-paths.ts";

/**
 * `dcat.json`: the feed as a catalogue by DCAT-AP 3, in JSON-LD whose context stands in the file itself. How often the data is renewed is
 * not stated: nothing here knows.
 */
export async function writeDcat(publication: Publication, facts: FeedFacts): Promise<void> {
  const { draft, baseUrl, notice } = publication;
  const about = describeWhole(publication);
  const placed = draft.files().map((file) => ({ file, row: matchPath(file.path)[0] }));
  const sets = dataSetsOf(publication.profile).flatMap((set) => {
    const own = placed.filter(({ row }) => row?.dataSet === set.name);
    if (own.length === 0) return [];
    // Files of two licences are not of one data set.
    const url = own[0]?.row?.license?.url;
    const aboutSet = url === undefined ? about : { ...about, license: describeLicense(url) };
    const files = own.map(({ file }) => file);
    return [describeSet(set, files, aboutSet, { ...publication, facts })];
  });
  const catalog = {
    "@context": dcatContext,
    "@id": identify(baseUrl, "catalogo"),
    "@type": "dcat:Catalog",
    title: "Compras Abiertas Durango",
    description: notice,
    homepage: baseUrl,
    ...about,
    ...describeTime(facts),
    dataset: sets,
    service: {
      "@id": identify(baseUrl, "archivos"),
      "@type": "dcat:DataService",
      title: "Compras Abiertas Durango, como archivos",
      description: "No es un servicio: son archivos que se descargan, sin clave ni registro.",
      endpointURL: baseUrl,
      endpointDescription: new URL(feedPaths.openApi, baseUrl).href,
      license: about.license,
      servesDataset: sets.map(({ "@id": id }) => id),
    },
  };
  await draft.put(
    feedPaths.dcat,
    { title: "Ficha para catálogos de datos (DCAT-AP)", mediaType: "application/ld+json" },
    `${JSON.stringify(catalog, undefined, 2)}\n`,
  );
}

interface DataSet {
  name: DataSetName;
  title: string;
  description: string;
  keywords: readonly string[];
  /** That it follows. */
  standard?: string;
  /** Whether it holds releases, from whose dates its own follow. When the registry of suppliers or the synonyms last changed is not known. */
  isDated: boolean;
}

const dataSetsOf = ({ jurisdiction }: PortalProfile): readonly DataSet[] => [
  {
    name: "procedimientos",
    title: `Procedimientos de contratación del ${jurisdiction.name}`,
    description:
      "Los procedimientos que publica el portal de compras estatal, con sus fechas, sus anexos y su historia, según el Open Contracting Data Standard (OCDS) 1.1.",
    keywords: ["contrataciones", "licitaciones", "compras públicas", "OCDS"],
    standard: "https://standard.open-contracting.org/1.1/",
    isDated: true,
  },
  {
    name: "cambios",
    title: "Cambios de los procedimientos de contratación, por día",
    description: "Lo que se supo cada día, para ponerse al día sin bajarlo todo otra vez.",
    keywords: ["contrataciones", "cambios", "OCDS"],
    isDated: true,
  },
  {
    name: "padron",
    title: `Padrón de proveedores del ${jurisdiction.name}`,
    description:
      "Los proveedores inscritos, como los muestra el portal, sin el RFC de las personas físicas.",
    keywords: ["proveedores", "padrón"],
    isDated: false,
  },
  {
    name: "evidencia",
    title: "Evidencia de los datos",
    description:
      "De dónde viene cada dato: páginas leídas, huellas SHA-256, desapariciones y regresos.",
    keywords: ["contrataciones", "evidencia"],
    isDated: true,
  },
  {
    name: "sinonimos",
    title: "Sinónimos de compras públicas en México",
    description:
      "Las palabras con que distintas dependencias piden lo mismo, para buscar. Es de dominio público (CC0).",
    keywords: ["contrataciones", "sinónimos", "búsqueda"],
    isDated: false,
  },
  {
    name: "partidas",
    title: "Partidas del Clasificador por Objeto del Gasto, con sus palabras",
    description:
      "Los códigos y nombres del COG y las palabras con que se compra lo de cada partida, para buscar. Es de dominio público (CC0).",
    keywords: ["contrataciones", "partidas", "COG", "búsqueda"],
    isDated: false,
  },
];

function describeSet(
  { name, title, description, keywords, standard, isDated }: DataSet,
  files: readonly FeedFile[],
  about: ReturnType<typeof describeWhole>,
  { baseUrl, notice, facts }: Publication & { facts: FeedFacts },
) {
  const link = (path: string) => new URL(path, baseUrl).href;
  return {
    "@id": identify(baseUrl, name),
    "@type": "dcat:Dataset",
    identifier: identify(baseUrl, name),
    title,
    description: `${description} ${notice}`,
    keyword: keywords,
    theme: `${europeanAuthority}/data-theme/GOVE`,
    landingPage: link(feedPaths.index),
    documentation: [link(feedPaths.policy), link(feedPaths.dictionary)],
    ...(standard !== undefined && { conformsTo: standard }),
    ...about,
    ...(isDated && describeTime(facts)),
    distribution: files.map((file) => describeFile(file, about.license, baseUrl)),
  };
}

function describeFile(
  { path, title, mediaType, bytes, sha256 }: FeedFile,
  license: object,
  baseUrl: string,
) {
  const address = new URL(path, baseUrl).href;
  const isZipped = path.endsWith(".gz");
  return {
    "@id": identify(baseUrl, path),
    "@type": "dcat:Distribution",
    title,
    accessURL: address,
    downloadURL: address,
    license,
    byteSize: bytes,
    checksum: {
      "@type": "spdx:Checksum",
      algorithm: "spdx:checksumAlgorithm_sha256",
      checksumValue: sha256,
    },
    ...formatOf(isZipped ? zippedMediaType(path) : mediaType),
    ...(isZipped && { compressFormat: `${iana}/application/gzip` }),
  };
}

/** IANA has no entry for JSON Lines, and a media type without one must not be named as if it had. */
function formatOf(mediaType: string): object {
  return mediaType === jsonLines
    ? { format: { "@type": "dct:MediaTypeOrExtent", label: "JSON Lines" } }
    : { mediaType: `${iana}/${mediaType}` };
}

function zippedMediaType(path: string): string {
  return path.endsWith(".jsonl.gz") ? jsonLines : "application/json";
}

/** What holds of the catalogue and of each of its data sets. */
function describeWhole({ baseUrl, contact, profile: { jurisdiction } }: Publication) {
  return {
    publisher: {
      "@id": identify(baseUrl, "editor"),
      "@type": "foaf:Agent",
      name: "Compras Abiertas Durango",
    },
    ...(contact !== undefined && { contactPoint: describeContact(contact) }),
    language: `${europeanAuthority}/language/SPA`,
    spatial: [
      `${europeanAuthority}/country/MEX`,
      {
        "@type": "dct:Location",
        label: `${jurisdiction.name}, México (ISO 3166-2: ${jurisdiction.region})`,
      },
    ],
    license: describeLicense(feedLicense),
  };
}

function describeLicense(url: string) {
  return { "@id": url, "@type": "dct:LicenseDocument" };
}

/** From the first release to the last, which is when they came to be known. */
function describeTime({ firstReleaseAt, lastReleaseAt }: FeedFacts) {
  return {
    issued: firstReleaseAt,
    modified: lastReleaseAt,
    temporal: {
      "@type": "dct:PeriodOfTime",
      startDate: firstReleaseAt,
      endDate: lastReleaseAt,
    },
  };
}

/** @param contact an e-mail, an address on the web, or else a name. */
function describeContact(contact: string): object {
  const card = { "@type": "vcard:Kind", fn: contact };
  if (/^https?:\/\/\S+$/.test(contact)) return { ...card, hasURL: contact };
  if (/^[^\s@]+@[^\s@]+$/.test(contact)) return { ...card, hasEmail: `mailto:${contact}` };
  return card;
}

function identify(baseUrl: string, name: string): string {
  return `${new URL(feedPaths.dcat, baseUrl).href}#${encodeURI(name)}`;
}

const iana = "http://www.iana.org/assignments/media-types";
const jsonLines = "application/jsonl";
const europeanAuthority = "http://publications.europa.eu/resource/authority";
