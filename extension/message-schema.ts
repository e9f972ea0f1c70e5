import * as z from "zod";
import { registryStatuses } from "../shared/feed/registry-statuses.ts";
import { methodChoices, tenderStates } from "../shared/search/filter.ts";
import { personalSchemas } from "./personal/message-schemas.ts";
import { pickAtMost, takeFormats } from "./take-messages.ts";

const Link = z.strictObject({ text: z.string(), href: z.string() });
const Pair = z.strictObject({ label: z.string(), texts: z.array(z.string()) });
const PageText = z.strictObject({
  heading: z.string(),
  strategy: z.string().exactOptional(),
  conflict: z.string().exactOptional(),
  labels: z.array(z.string()),
  entries: z.array(z.strictObject({ pairs: z.array(Pair), links: z.array(Link) })),
  links: z.array(Link),
  hasPasswordField: z.boolean(),
});

const SeenPage = {
  page: z.enum(["listado", "procedimiento", "padron"]),
  url: z.url(),
  text: PageText,
};

/** Characters; a list of ten thousand rows has some five millions. */
const htmlAtMost = 20_000_000;

const Day = z.iso.date();
const Filter = z.strictObject({
  text: z.string(),
  buyers: z.array(z.string()),
  methods: z.array(z.enum(methodChoices)),
  states: z.array(z.enum(tenderStates)),
  partidas: z.array(z.string().regex(/^[1-9]{1,3}$/)),
  publishedFrom: Day.exactOptional(),
  publishedTo: Day.exactOptional(),
  opensFrom: Day.exactOptional(),
  opensTo: Day.exactOptional(),
  onlyNews: z.literal(true).exactOptional(),
  hideSeen: z.literal(true).exactOptional(),
});

const rowChoice = {
  filter: Filter,
  picked: z.array(z.string()).max(pickAtMost).exactOptional(),
};

/** What the worker accepts over the port of files. */
export const TakeQuestionSchema = z.strictObject({ ...rowChoice, format: z.enum(takeFormats) });

/** What the worker accepts from the extension's pages. A page of the portal runs beside the content script, so nothing is trusted. */
export const MessageSchema = z.discriminatedUnion("topic", [
  z.strictObject({
    topic: z.literal("search"),
    filter: Filter,
    pageIds: z.array(z.string()),
    limit: z.int().nonnegative(),
  }),
  z.strictObject({
    topic: z.literal("partidas"),
    filter: Filter,
    text: z.string().max(200),
    limit: z.int().nonnegative().max(50),
  }),
  z.strictObject({ topic: z.literal("openPrint"), ...rowChoice }),
  z.strictObject({ topic: z.literal("print"), ...rowChoice }),
  z.strictObject({
    topic: z.literal("calendar"),
    of: z.union([z.strictObject({ id: z.string() }), z.strictObject({ filter: Filter })]),
  }),
  z.strictObject({
    topic: z.literal("month"),
    filter: Filter,
    month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
    day: Day.exactOptional(),
  }),
  z.strictObject({
    topic: z.literal("subscriptions"),
    buyers: z.array(z.string()),
    methods: z.array(z.enum(methodChoices)),
  }),
  z.strictObject({
    topic: z.literal("suppliers"),
    text: z.string(),
    status: z.enum(registryStatuses).exactOptional(),
    limit: z.int().nonnegative(),
  }),
  z.strictObject({
    topic: z.literal("page"),
    ...SeenPage,
    receivedAt: z.iso.datetime({ offset: true }).exactOptional(),
  }),
  z.strictObject({ topic: z.literal("sample"), ...SeenPage, html: z.string().max(htmlAtMost) }),
  z.strictObject({
    topic: z.literal("report"),
    ...SeenPage,
    tags: z.record(z.string().regex(/^[a-z\d]+$/), z.int().nonnegative()),
  }),
  z.strictObject({ topic: z.literal("process"), id: z.string() }),
  z.strictObject({ topic: z.literal("documents"), id: z.string() }),
  z.strictObject({ topic: z.literal("documentText"), id: z.string(), text: z.string().max(500) }),
  z.strictObject({ topic: z.literal("openDocuments"), id: z.string().regex(/^\d+$/) }),
  z.strictObject({ topic: z.literal("cite"), id: z.string() }),
  z.strictObject({ topic: z.literal("supplier"), party: z.string() }),
  z.strictObject({ topic: z.literal("buyer"), id: z.string() }),
  z.strictObject({
    topic: z.literal("similar"),
    id: z.string(),
    limit: z.int().nonnegative().max(50),
  }),
  z.strictObject({ topic: z.literal("awards"), ids: z.array(z.string()).max(50) }),
  z.strictObject({ topic: z.literal("buyerOverview"), id: z.string() }),
  z.strictObject({ topic: z.literal("status") }),
  z.strictObject({ topic: z.literal("refresh") }),
  z.strictObject({ topic: z.literal("testFeed"), url: z.string() }),
  z.strictObject({ topic: z.literal("openOptions") }),
  ...personalSchemas,
]);
