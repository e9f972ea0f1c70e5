import { headerOf } from "../../crawl/answer.ts";
import { probeNames, validatorHeaders } from "../probes.ts";
import { answered, type Evidence, type Question, unanswered } from "../question.ts";
import type { SeenPage, Visit } from "../visit.ts";
import { whyNotAsked } from "./why-not.ts";

/** How pages are sent and written. */
export const transferQuestions: readonly Question[] = [
  {
    id: "charset",
    group: "connection",
    text: "In which encoding are pages written, and who says so?",
    reply: (visit) => {
      const pages = [...visit.list, ...visit.details].filter(({ facts }) => facts !== undefined);
      if (pages.length === 0) return unanswered("no page of HTML came");
      const said = new Map<string, Evidence>();
      for (const page of pages) said.set(describeEncoding(page), { url: page.url });
      const text = [...said.keys()].join(" / ");
      return answered(text, [...said.values()], said.size > 1 ? { confidence: "likely" } : {});
    },
  },
  {
    id: "compression",
    group: "connection",
    text: "Does it compress what it sends?",
    reply: (visit) => {
      const [first] = visit.list;
      const answer = first?.exchange.answers.at(-1);
      if (answer === undefined) return unanswered("no list came");
      const encoding = headerOf(answer.headers, "content-encoding");
      return answered(encoding === undefined ? "no, though gzip was offered" : `yes, ${encoding}`, [
        {
          url: answer.url,
          text: encoding === undefined ? undefined : `content-encoding: ${encoding}`,
        },
      ]);
    },
  },
  {
    id: "validators",
    group: "connection",
    text: "Can one ask for a page only if it has changed (ETag, Last-Modified)?",
    reply: (visit) => {
      const [first] = visit.list;
      if (first === undefined) return unanswered("no list came");
      const validators = validatorHeaders(first.exchange);
      if (validators === undefined) {
        return answered("no: the list names neither ETag nor Last-Modified", [{ url: first.url }]);
      }
      const named = Object.values(validators).join(", ");
      const again = visit.exchanges.find(({ purpose }) => purpose === probeNames.conditional);
      const status = again?.answers.at(-1)?.statusCode;
      const evidence = [{ url: first.url, text: named }];
      if (status === undefined) {
        return answered(`it may be: the list names ${named}`, evidence, {
          confidence: "uncertain",
        });
      }
      return answered(
        status === 304
          ? "yes: asked again, it answers HTTP 304"
          : `no: it names ${named}, and sends the list again all the same`,
        evidence,
      );
    },
  },
  {
    id: "path-case",
    group: "connection",
    text: "Does the case of a path matter?",
    reply: (visit) => {
      const exchange = visit.exchanges.find(({ purpose }) => purpose === probeNames.lowerCase);
      if (exchange === undefined) {
        return unanswered(
          whyNotAsked(visit, "no page of a procedure came whose address has capitals"),
        );
      }
      const evidence = [
        { url: exchange.address, text: `HTTP ${exchange.answers.at(-1)?.statusCode ?? "nothing"}` },
      ];
      const status = exchange.answers.at(-1)?.statusCode;
      if (status === 404 || status === 410)
        return answered("yes: in lower case it is not found", evidence);
      if (exchange.fetched === undefined)
        return unanswered(`in lower case it answers HTTP ${status}`);
      const isSame = exchange.fetched.url.toLowerCase() === exchange.address;
      return isSame
        ? answered("no: in lower case the same address answers", evidence)
        : answered(`yes: in lower case it leads to ${exchange.fetched.url}`, evidence);
    },
  },
  {
    id: "robots",
    group: "connection",
    text: "Is there a robots.txt, and does it let us read?",
    reply: robotsReply,
  },
];

function describeEncoding({ exchange, facts }: SeenPage): string {
  const header = exchange.fetched?.charset;
  const body = exchange.fetched?.body ?? new Uint8Array();
  const hasMark = body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf;
  const isUtf8 = readsAsUtf8(body);
  const isAscii = body.every((byte) => byte < 0x80);
  const bytes = isAscii
    ? "plain ASCII"
    : isUtf8
      ? "UTF-8"
      : "no UTF-8, so Windows-1252 or the like";
  return (
    `${facts?.encoding} (header: ${header ?? "silent"}; meta: ${facts?.metaCharset ?? "silent"}; ` +
    `byte-order mark: ${hasMark ? "yes" : "no"}; its bytes are ${bytes})`
  );
}

function readsAsUtf8(body: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(body);
    return true;
  } catch {
    return false; // Bytes that UTF-8 does not have.
  }
}

function robotsReply(visit: Visit) {
  const exchange = visit.exchanges.find(({ purpose }) => purpose === "robots.txt");
  const answer = exchange?.answers.at(-1);
  if (exchange === undefined || answer === undefined) return unanswered("it was not answered");
  const evidence = [{ url: exchange.address, text: `HTTP ${answer.statusCode}` }];
  const { fetched } = exchange;
  if (fetched === undefined && answer.statusCode >= 500)
    return unanswered(`it answers HTTP ${answer.statusCode}`);
  if (fetched === undefined) return answered("there is none, so everything may be read", evidence);
  if (/html/i.test(fetched.contentType ?? "")) {
    return answered("there is none: a web page comes in its place", evidence);
  }
  const rules = new TextDecoder().decode(fetched.body);
  const delay = /^\s*crawl-delay\s*:\s*([\d.]+)/im.exec(rules)?.[1];
  const pace = delay === undefined ? "no Crawl-delay" : `Crawl-delay ${delay}`;
  const forbidden = visit.exchanges.filter(({ error }) =>
    /robots\.txt forbids/.test(String(error)),
  );
  const text = rules
    .replace(/\s*\n\s*/g, " | ")
    .trim()
    .slice(0, 200);
  const says =
    forbidden.length === 0
      ? "lets us read what was read"
      : `forbids ${forbidden.map(({ purpose, address: url }) => `${purpose} (${url})`).join(", ")}`;
  return answered(`yes, and it ${says}; ${pace}`, [{ url: exchange.address, text }], {
    differs: forbidden.length > 0 ? "optional" : undefined,
  });
}
