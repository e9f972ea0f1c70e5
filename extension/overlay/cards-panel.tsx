import type { ReactNode } from "react";
import type { PageDefinition } from "../../shared/portal/pages/definition.ts";
import { Notices } from "../features/notices.tsx";
import { ReportPage } from "../features/portal-page/report-page.tsx";
import { Frame } from "./frame.tsx";
import { OnItsOwn } from "./on-its-own.tsx";
import type { PageRead } from "./page-read.ts";
import { useAnswer } from "./use-answer.ts";

interface CardsPanelProps {
  isHiddenAtFirst: boolean;
  kind: PageDefinition;
  read: PageRead;
  /** The most urgent first. */
  cards: readonly { name: string; content: ReactNode }[];
}

/** An overlay of cards, one a feature; each one's failure is its own. First comes what is to be known of the page and the data. */
export function CardsPanel({ isHiddenAtFirst, kind, read, cards }: CardsPanelProps) {
  const { answer, ...failed } = useAnswer("status", {});
  const answered = { ...failed, ...(answer && { answer: { status: answer } }) };
  const { isUnderstood } = read;
  const notices = { name: "notices", content: <Notices answered={answered} read={read} /> };
  const report = {
    name: "report",
    content: <ReportPage kind={kind} isUnderstood={isUnderstood} />,
  };
  const all = isUnderstood ? [notices, ...cards, report] : [notices, report, ...cards];
  return (
    <Frame isHiddenAtFirst={isHiddenAtFirst}>
      <div className="cards">
        {all.map(({ name, content }) => (
          <OnItsOwn key={name}>{content}</OnItsOwn>
        ))}
      </div>
    </Frame>
  );
}
