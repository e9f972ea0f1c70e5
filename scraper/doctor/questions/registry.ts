import { padron } from "../../../shared/portal/pages/padron.ts";
import { describeError } from "../../errors.ts";
import { answered, type Question, unanswered } from "../question.ts";
import { registryLinks } from "../visit-registry.ts";
import { changedRoute } from "./changed-route.ts";
import { replyOnLabels } from "./labels.ts";
import { whyNotAsked } from "./why-not.ts";

/** Where the suppliers are. */
export const registryQuestions: readonly Question[] = [
  {
    id: "registry-address",
    group: "registry",
    text: "Is the registry of suppliers where the profile guesses, and is it public?",
    reply: (visit) => {
      const exchange = visit.exchanges.find(
        ({ purpose }) => purpose === "the registry of suppliers",
      );
      if (exchange === undefined) return unanswered(whyNotAsked(visit, "it was not asked for"));
      const route = changedRoute(visit, "padron");
      const evidence = exchange.answers.map(({ url, statusCode }) => ({
        url,
        text: `HTTP ${statusCode}`,
      }));
      if (route !== undefined)
        return answered(`no, it is at ${route}`, evidence, { differs: "optional" });
      if (visit.registry !== undefined) {
        return answered(
          `yes, with ${visit.registry.page.entries.length} suppliers on its page`,
          evidence,
        );
      }
      const why =
        exchange.error === undefined
          ? `it leads to ${exchange.fetched?.url}`
          : describeError(exchange.error);
      return answered(`no: ${why}`, evidence, { differs: "optional" });
    },
  },
  {
    id: "registry-columns",
    group: "registry",
    text: "Which columns does the registry have, and which of them does the profile know?",
    reply: (visit) => {
      const reply = replyOnLabels(
        visit,
        padron,
        visit.registry === undefined ? [] : [visit.registry],
        "no registry came",
      );
      // The tenders do not need it.
      return reply.state === "answered" && reply.differs === "required"
        ? { ...reply, differs: "optional" }
        : reply;
    },
  },
  {
    id: "registry-links",
    group: "registry",
    text: "Which links on the pages speak of padrón or proveedores?",
    reply: (visit) => {
      if (visit.list.length === 0 && visit.details.length === 0) return unanswered("no page came");
      const links = registryLinks(visit);
      return answered(
        links.map(({ text, url }) => `"${text}" → ${url}`).join("; ") || "none",
        links.map(({ on, text }) => ({ url: on, text })),
      );
    },
  },
  {
    id: "terms",
    group: "registry",
    text: "Do the pages link to terms of use or a privacy notice?",
    reply: (visit) => {
      const pages = [...visit.list, ...visit.details];
      if (pages.length === 0) return unanswered("no page came");
      const links = pages.flatMap(({ facts, url }) =>
        (facts?.links ?? [])
          .filter(({ text }) =>
            /t[eé]rminos|aviso (legal|de privacidad)|condiciones de uso|pol[ií]tica/i.test(text),
          )
          .map(({ text, href }) => ({ url, text: `${text} → ${href}` })),
      );
      const texts = [...new Set(links.map(({ text }) => text))];
      return answered(texts.join("; ") || "none on the pages that were seen", links.slice(0, 3));
    },
  },
];
