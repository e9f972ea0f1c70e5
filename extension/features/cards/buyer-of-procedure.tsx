import { useAnswer } from "../../overlay/use-answer.ts";
import { BuyerCard } from "./buyer-card.tsx";
import { BuyerOverview } from "./buyer-overview.tsx";

/** On a procedure's own page, who buys: what it has to come, and what it awards. Nothing where the buyer is not known. */
export function BuyerOfProcedure({ id }: { id: string }) {
  // A failure is said where bids and awards stand, which asks the same.
  const { answer } = useAnswer("process", { id });
  if (answer?.buyerId === undefined) return null;
  return (
    <>
      <BuyerOverview key={`overview ${answer.buyerId}`} id={answer.buyerId} />
      <BuyerCard key={answer.buyerId} id={answer.buyerId} />
    </>
  );
}
