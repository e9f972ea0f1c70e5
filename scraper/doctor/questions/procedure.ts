import { procedimiento } from "../../../shared/portal/pages/procedimiento.ts";
import { readProcedure } from "../../../shared/portal/read-record.ts";
import { matchRoute } from "../../../shared/portal/routes.ts";
import { probeNames } from "../probes.ts";
import { answered, type Question, unanswered } from "../question.ts";
import { orNothing } from "../records.ts";
import { readSeen } from "../see-page.ts";
import { replyOnLabels } from "./labels.ts";
import { replyOnLayout } from "./layout.ts";
import { whyNotAsked, whyNotThere } from "./why-not.ts";

/** What the page of a procedure looks like. */
export const procedureQuestions: readonly Question[] = [
  {
    id: "procedure-labels",
    group: "procedure",
    text: "Which labels does the page of a procedure have, and which of them does the profile know?",
    reply: (visit) =>
      replyOnLabels(
        visit,
        procedimiento,
        visit.details,
        whyNotThere(visit, "a procedure", "no row of the list leads to a procedure"),
      ),
  },
  {
    id: "procedure-layout",
    group: "procedure",
    text: "How do labels and texts stand on it: dl, a table, pairs?",
    reply: (visit) => replyOnLayout(visit, visit.details, "no page of a procedure came"),
  },
  {
    id: "procedure-reading",
    group: "procedure",
    text: "Can the pages be read by the profile as it is?",
    reply: (visit) => {
      const { profile, details } = visit;
      if (details.length === 0) return unanswered("no page of a procedure came");
      const evidence = details.map(({ url }) => ({ url }));
      const read = details.flatMap(
        (seen) =>
          orNothing(() => readProcedure(readSeen(seen, profile), profile, seen.id, seen.url)) ?? [],
      );
      if (read.length < details.length) {
        return answered(
          `no: ${details.length - read.length} of ${details.length} cannot`,
          evidence,
          {
            differs: "required",
          },
        );
      }
      const problems = read.flatMap(({ problemas }) => problemas);
      if (problems.length === 0) return answered(`yes, ${read.length} of ${read.length}`, evidence);
      const first = problems[0];
      return answered(
        `yes, but for ${problems.length} texts, such as ${first?.campo}: "${first?.texto}" (${first?.motivo})`,
        evidence,
        { differs: "optional" },
      );
    },
  },
  {
    id: "unpublished",
    group: "procedure",
    text: "What does a number that is not on the list answer: 404, or a page?",
    reply: (visit) => {
      const exchange = visit.exchanges.find(({ purpose }) => purpose === probeNames.unpublished);
      if (exchange === undefined)
        return unanswered(whyNotAsked(visit, "no number of a procedure is known"));
      const last = exchange.answers.at(-1);
      if (last === undefined) return unanswered("it was not answered");
      const evidence = exchange.answers.map(({ url, statusCode }) => ({
        url,
        text: `HTTP ${statusCode}`,
      }));
      const { fetched } = exchange;
      if (fetched === undefined) return answered(`HTTP ${last.statusCode}`, evidence);
      const isThere = matchRoute(fetched.url, visit.draft.routes.procedimiento) !== undefined;
      return isThere
        ? answered(
            "a page: it exists, though it is not on the pages of the list that were seen",
            evidence,
            {
              confidence: "uncertain",
            },
          )
        : answered(`it leads to ${fetched.url}`, evidence);
    },
  },
];
