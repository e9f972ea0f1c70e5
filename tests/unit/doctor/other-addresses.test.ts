import { describe, expect, it } from "vitest";
import type { Exchange } from "../../../scraper/doctor/asker.ts";
import { otherAddresses, probeNames } from "../../../scraper/doctor/probes.ts";
import { questions } from "../../../scraper/doctor/questions.ts";
import type { Visit } from "../../../scraper/doctor/visit.ts";
import { RetryableFetchError } from "../../../scraper/errors.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";

const { routes } = durango;

describe("the other addresses of a portal", () => {
  it.each([
    [
      "https://compras.mx",
      [
        ["plainHttp", `http://compras.mx${routes.listado}`],
        ["www", `https://www.compras.mx${routes.listado}`],
      ],
    ],
    ["http://www.compras.mx", [["www", `http://compras.mx${routes.listado}`]]],
    ["http://127.0.0.1:8788", []],
    ["https://10.1.2.3", []],
    ["http://localhost", []],
  ])("of %s", (baseUrl, addresses) => {
    expect(otherAddresses({ baseUrl, routes })).toEqual(addresses);
  });
});

describe("what another address answers", () => {
  const address = "http://compras.mx/lista";
  const answer = (url: string, statusCode: number) => ({
    url,
    statusCode,
    statusText: "",
    headers: [],
    body: { bytes: 1, sha256: "" },
    receivedAt: new Date(0),
  });
  const fetched = (url: string) => ({
    url,
    contentType: undefined,
    charset: undefined,
    body: new Uint8Array(),
    sha256: "",
    retrievedAt: new Date(0),
  });
  const secure = "https://compras.mx/lista";

  it.each<[string, Partial<Exchange>, RegExp]>([
    [
      "leads to TLS",
      { answers: [answer(address, 301), answer(secure, 200)], fetched: fetched(secure) },
      /^yes, to https:\/\/compras\.mx\/lista$/,
    ],
    ["comes right there", { answers: [answer(address, 200)], fetched: fetched(address) }, /^no: /],
    ["is not there", { answers: [answer(address, 404)] }, /answers HTTP 404 at http/],
    [
      "is nobody's",
      { error: new RetryableFetchError("ECONNREFUSED") },
      /^nothing answers at .*ECONNREFUSED/,
    ],
  ])("%s", (_title, exchange, answers) => {
    const asked = { purpose: probeNames.plainHttp, address, answers: [], ...exchange };
    const visit: Visit = {
      profile: durango,
      draft: durango,
      suggestions: [],
      exchanges: [asked],
      list: [],
      details: [],
      requests: 1,
    };
    const reply = questions.find(({ id }) => id === "https")?.reply(visit);
    expect(reply).toMatchObject({ state: "answered", answer: expect.stringMatching(answers) });
  });
});
