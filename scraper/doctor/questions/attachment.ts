import { matchRoute } from "../../../shared/portal/routes.ts";
import { headerOf } from "../../crawl/answer.ts";
import { fileNameOf, mediaTypeOf } from "../../crawl/document-headers.ts";
import { probeNames } from "../probes.ts";
import { answered, type Question, unanswered } from "../question.ts";
import { changedRoute } from "./changed-route.ts";
import { whyNotAsked } from "./why-not.ts";

/** What is attached to procedures. */
export const attachmentQuestions: readonly Question[] = [
  {
    id: "attachment-links",
    group: "attachment",
    text: "Do the pages link to attachments by the profile's route?",
    reply: (visit) => {
      const { details, profile } = visit;
      if (details.length === 0) return unanswered("no page of a procedure came");
      const links = details.flatMap(({ page, url }) =>
        page.links.map((link) => ({ ...link, on: url })),
      );
      const route = changedRoute(visit, "anexo");
      const wanted = route ?? profile.routes.anexo;
      const found = links.filter(
        ({ href }) => matchRoute(href, wanted, profile.routes.procedimiento) !== undefined,
      );
      const evidence = found
        .slice(0, 3)
        .map(({ on, text, href }) => ({ url: on, text: `${text} → ${href}` }));
      if (route !== undefined) {
        return answered(`no, they are at ${route}`, evidence, { differs: "optional" });
      }
      return found.length > 0
        ? answered(`yes, ${found.length} on ${details.length} pages`, evidence)
        : answered(
            "no link on the pages that were seen leads to one",
            [{ url: details[0]?.url ?? "" }],
            {
              confidence: "uncertain",
            },
          );
    },
  },
  {
    id: "attachment-headers",
    group: "attachment",
    text: "Does an attachment say its name and type (Content-Disposition, Content-Type)?",
    reply: (visit) => {
      const exchange = visit.exchanges.find(({ purpose }) => purpose === probeNames.attachment);
      if (exchange === undefined) return unanswered(whyNotAsked(visit, "no attachment was found"));
      const answer = exchange.answers.at(-1);
      if (answer === undefined) return unanswered("it was not answered");
      const disposition = headerOf(answer.headers, "content-disposition");
      const type = headerOf(answer.headers, "content-type");
      const evidence = [
        {
          url: answer.url,
          text: `HTTP ${answer.statusCode}; content-type: ${type}; content-disposition: ${disposition}`,
        },
      ];
      if (answer.statusCode !== 200)
        return answered(`it answers HTTP ${answer.statusCode}`, evidence, { differs: "optional" });
      const name = fileNameOf(disposition);
      const mediaType = mediaTypeOf(type);
      const size = headerOf(answer.headers, "content-length");
      return answered(
        `name: ${name === undefined ? "no" : `"${name}"`}; type: ${mediaType ?? "no"}; size: ${size === undefined ? "not stated" : `${size} bytes`}`,
        evidence,
        { differs: mediaType === "text/html" ? "optional" : undefined },
      );
    },
  },
];
