import { headerOf } from "../../crawl/answer.ts";
import { certificateError } from "../../crawl/certificate-error.ts";
import { describeError } from "../../errors.ts";
import type { Exchange } from "../asker.ts";
import { probeNames } from "../probes.ts";
import { answered, type Evidence, type Question, unanswered } from "../question.ts";
import type { Visit } from "../visit.ts";
import { whyNotAsked } from "./why-not.ts";

/** How one gets to the portal, and what stands there. */
export const connectionQuestions: readonly Question[] = [
  {
    id: "tls",
    group: "connection",
    text: "Can its certificate be verified, and is its chain whole?",
    reply: ({ tls, profile }) => {
      if (tls === undefined) {
        return unanswered(
          new URL(profile.baseUrl).protocol === "http:"
            ? "the address begins with http://"
            : "nobody looked",
        );
      }
      if ("error" in tls) return unanswered(`no TLS connection could be made (${tls.error})`);
      const { chain, protocol, fault, issuerAddress } = tls;
      const [leaf] = chain;
      const last = chain.at(-1);
      const evidence = [
        { url: profile.baseUrl, text: chain.map(({ subject }) => subject).join(" ← ") },
      ];
      const validity = `${protocol}, issued by "${leaf?.issuer}", valid until ${leaf?.validTo.slice(0, 10)}`;
      if (fault === undefined) return answered(`yes; ${validity}`, evidence);
      const what = certificateError({ code: fault }, profile.baseUrl)?.message ?? fault;
      const lacking =
        last === undefined || last.issuer === last.subject
          ? ""
          : ` The chain ends before "${last.issuer}"${issuerAddress === undefined ? "" : `, which can be had at ${issuerAddress}`}.`;
      return answered(`no: ${what}${lacking} ${validity}`, evidence, { differs: "required" });
    },
  },
  {
    id: "https",
    group: "connection",
    text: "Does http:// lead to https://?",
    reply: (visit) =>
      redirectReply(
        visit,
        probeNames.plainHttp,
        "the visit is not to an https address of the usual port",
      ),
  },
  {
    id: "www",
    group: "connection",
    text: "Does the address with www. (or without it) lead to the same portal?",
    reply: (visit) =>
      redirectReply(
        visit,
        probeNames.www,
        "the address has a port, or numbers in the place of a name",
      ),
  },
  {
    id: "server",
    group: "connection",
    text: "Which server and framework is it?",
    reply: (visit) => {
      const [first] = visit.list;
      const answers = visit.exchanges.flatMap(({ answers }) => answers);
      const answer = first?.exchange.answers.at(-1) ?? answers.at(-1);
      if (answer === undefined) return unanswered("nothing was answered");
      const named = [
        "server",
        "x-powered-by",
        "x-aspnet-version",
        "x-aspnetmvc-version",
        "x-generator",
        "via",
      ];
      const found = named.flatMap((name) => {
        const value = headerOf(answer.headers, name);
        return value === undefined ? [] : [`${name}: ${value}`];
      });
      const fields = [
        ...(first?.facts?.hasViewState ? ["a __VIEWSTATE field: ASP.NET Web Forms"] : []),
        ...(first?.facts?.hasForgeryToken
          ? ["a __RequestVerificationToken field: ASP.NET MVC"]
          : []),
      ];
      const evidence = [{ url: answer.url, text: found.join("; ") }];
      return answered([...found, ...fields].join("; ") || "it does not say", evidence);
    },
  },
  {
    id: "cookies",
    group: "connection",
    text: "Which cookies does it set?",
    reply: ({ exchanges }) => {
      const answers = exchanges.flatMap((exchange) => exchange.answers);
      if (answers.length === 0) return unanswered("nothing was answered");
      const cookies = new Map<string, Evidence>();
      for (const { headers, url } of answers) {
        for (const [name, value] of headers) {
          if (name.toLowerCase() !== "set-cookie") continue;
          // Its value may be a session.
          const cookie = value.replace(/=[^;]*/, "");
          if (!cookies.has(cookie)) cookies.set(cookie, { url, text: cookie });
        }
      }
      const names = [...cookies.keys()].map((cookie) => cookie.split(";", 1)[0]);
      const text =
        cookies.size === 0
          ? "none"
          : `${names.join(", ")}; every page came without sending them back`;
      return answered(text, [...cookies.values()]);
    },
  },
];

function redirectReply(visit: Visit, purpose: string, otherwise: string) {
  const exchange = visit.exchanges.find((each) => each.purpose === purpose);
  if (exchange === undefined) return unanswered(whyNotAsked(visit, otherwise));
  return answered(
    describeWay(exchange),
    exchange.answers.map(({ url, statusCode }) => ({ url, text: `HTTP ${statusCode}` })),
  );
}

function describeWay({ answers, error, fetched, address }: Exchange): string {
  if (answers.length === 0) return `nothing answers at ${address} (${describeError(error)})`;
  const last = answers.at(-1);
  if (fetched === undefined) return `it answers HTTP ${last?.statusCode} at ${last?.url}`;
  return fetched.url === address ? "no: the page comes right there" : `yes, to ${fetched.url}`;
}
