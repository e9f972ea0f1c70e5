import type { Question } from "./question.ts";
import { attachmentQuestions } from "./questions/attachment.ts";
import { connectionQuestions } from "./questions/connection.ts";
import { listQuestions } from "./questions/list.ts";
import { numberQuestions } from "./questions/numbers.ts";
import { personQuestions } from "./questions/person.ts";
import { procedureQuestions } from "./questions/procedure.ts";
import { registryQuestions } from "./questions/registry.ts";
import { transferQuestions } from "./questions/transfer.ts";
import { wordQuestions } from "./questions/words.ts";

/** All that nobody knows of a portal before it is looked at, in the order of a report. */
export const questions: readonly Question[] = [
  ...connectionQuestions,
  ...transferQuestions,
  ...listQuestions,
  ...procedureQuestions,
  ...wordQuestions,
  ...numberQuestions,
  ...attachmentQuestions,
  ...registryQuestions,
  ...personQuestions,
];
