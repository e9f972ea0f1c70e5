import type { ReactNode } from "react";
import { emptyFilter } from "../../shared/search/filter.ts";
import { BidsAndAwards } from "../features/bids-and-awards.tsx";
import { Notices } from "../features/notices.tsx";
import { ProcedureMine } from "../features/procedure-mine.tsx";
import type { Settings } from "../settings.ts";
import { Frame } from "./frame.tsx";
import { OnItsOwn } from "./on-its-own.tsx";
import { useAnswer } from "./use-answer.ts";

interface ProcedurePanelProps {
  settings: Settings;
  /** The portal's number. */
  id: string;
  isPageUnderstood: boolean;
}

/** The overlay over a procedure's own page: cards, one a feature, the most urgent first. */
export function ProcedurePanel({ settings, id, isPageUnderstood }: ProcedurePanelProps) {
  const answered = useAnswer("search", { filter: emptyFilter, pageIds: [id], limit: 0 });
  const cards: { name: string; content: ReactNode }[] = [
    {
      name: "notices",
      content: <Notices answered={answered} isPageUnderstood={isPageUnderstood} />,
    },
    { name: "mine", content: <ProcedureMine id={id} /> },
    { name: "bids-and-awards", content: <BidsAndAwards id={id} /> },
  ];
  return (
    <Frame isHiddenAtFirst={settings.isHidden}>
      <div className="cards">
        {cards.map(({ name, content }) => (
          <OnItsOwn key={name}>{content}</OnItsOwn>
        ))}
      </div>
    </Frame>
  );
}
