import "fake-indexeddb/auto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it, onTestFinished } from "vitest";
import type { Corpus } from "../../../extension/corpus/corpus.ts";
import { openDatabase } from "../../../extension/corpus/database.ts";
import { createSubscriptions } from "../../../extension/corpus/subscriptions.ts";

const database = openDatabase();
afterEach(() => database.memory.clear());

const list = (topics: unknown[]) => ({ schemaVersion: 1, notice: "De prueba.", topics });
const topic = (path: string, title: string, rest = {}) => ({
  kind: path.split("/")[0],
  title,
  atom: `atom/${path}.xml`,
  jsonFeed: `json-feed/${path}.json`,
  changes: 1,
  ...rest,
});
const whole = topic("todo", "Todos los procedimientos", { ics: "ics/todo.ics", events: 9 });

/** A feed that gives an answer in the place of `suscripciones.json`, and counts how often it is asked. */
async function serve(content: string | undefined) {
  const asked: string[] = [];
  const server = createServer(({ url = "" }, response) => {
    asked.push(url);
    response.writeHead(content === undefined ? 404 : 200).end(content);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo; // It listens on TCP.
  return { url: `http://127.0.0.1:${port}/datos/`, asked, server };
}

/** What is known of a feed in one of its states. */
const known = (url: string, sha256 = "a"): Corpus =>
  ({
    buyerNames: new Map([["MX-DUR-UC-014", "SECRETARÍA DE EDUCACIÓN"]]),
    state: { key: "feed", url, askedAt: 0, manifest: { sha256 } },
  }) as unknown as Corpus; // Nothing else of it is looked at.

const none = { buyers: [], methods: [] };

it("finds those of the filter and that of all, and says which have no dates", async () => {
  const { url } = await serve(
    JSON.stringify(list([whole, topic("modalidad/abierta", "Modalidad abierta")])),
  );
  const ask = createSubscriptions(database);
  const question = { buyers: ["MX-DUR-UC-014"], methods: ["open", "unknown"] as const };
  expect(await ask({ ...question, methods: [...question.methods] }, known(url))).toEqual({
    isLocal: true,
    calendars: [
      { title: "SECRETARÍA DE EDUCACIÓN" },
      { title: "Modalidad abierta" },
      { title: "Todos los procedimientos", file: { url: `${url}ics/todo.ics`, events: 9 } },
    ],
  });
});

it("asks once for each state of the feed, and has what it had without the network", async () => {
  const { url, asked, server } = await serve(JSON.stringify(list([whole])));
  const first = await createSubscriptions(database)(none, known(url));
  // Another worker: the first one was ended.
  const ask = createSubscriptions(database);
  expect(await ask(none, known(url))).toEqual(first);
  expect(asked).toEqual(["/datos/suscripciones.json"]);
  server.close();
  server.closeAllConnections();
  const later = await ask(none, known(url, "b"));
  expect(later).toMatchObject({ calendars: first.calendars, problem: { kind: "unreachable" } });
});

it.each([["javascript:alert(1)"], ["https://example.org/ics/todo.ics"], ["../../ics/todo.ics"]])(
  "gives no address that leads out of the feed: %s",
  async (ics) => {
    const { url } = await serve(JSON.stringify(list([{ ...whole, ics }])));
    const { calendars } = await createSubscriptions(database)(none, known(url));
    expect(calendars).toEqual([{ title: "Todos los procedimientos" }]);
  },
);

it.each([
  ["is missing", undefined, "httpStatus"],
  ["is cut off", '{"schemaVersion":1,"top', "notJson"],
  ["is of another form", '{"schemaVersion":2,"notice":"","topics":3}', "invalid"],
  ["is huge", " ".repeat(4 * 2 ** 20 + 1), "tooLarge"],
])(
  "says what is the matter where the list %s, and does not ask again at once",
  async (_what, content, kind) => {
    const { url, asked } = await serve(content);
    const ask = createSubscriptions(database);
    for (const _ of [1, 2]) {
      expect(await ask(none, known(url))).toMatchObject({ calendars: [], problem: { kind } });
    }
    expect(asked).toHaveLength(1);
  },
);

it("has none where there is no feed", async () => {
  const corpus = { buyerNames: new Map(), state: undefined } as unknown as Corpus; // As above.
  const answer = await createSubscriptions(database)(none, corpus);
  expect(answer).toEqual({ calendars: [], isLocal: false });
});
