import type { CompiledRelease } from "../ocds/schema.ts";
import { dropUndefined } from "../values/present.ts";
import type { Money } from "./summarize-amounts.ts";
import { moneyOf } from "./who-took-part.ts";

/** The contract of an award, of what a reader asks for. Instants are ISO 8601. */
export interface AwardContract {
  /** As the report writes it; absent where it has none. */
  number?: string;
  signedAt?: string;
  startsAt?: string;
  endsAt?: string;
  value?: Money;
  /** The signed contract's document. */
  url?: string;
  amendments: number;
}

/** The contracts that an award came to; none where no report tells of one. */
export function contractsOf(
  { contracts = [] }: CompiledRelease,
  awardId: string | undefined,
): AwardContract[] {
  return contracts
    .filter(({ awardID }) => awardID !== undefined && String(awardID) === awardId)
    .map(({ id, dateSigned, period, value, documents = [], amendments = [] }) =>
      dropUndefined<AwardContract>({
        number: contractNumber(id),
        signedAt: dateSigned ?? undefined,
        startsAt: period?.startDate ?? undefined,
        endsAt: period?.endDate ?? undefined,
        value: moneyOf(value),
        url:
          documents.find(({ documentType }) => documentType === "contractSigned")?.url ?? undefined,
        amendments: amendments.length,
      }),
    );
}

/** The number that a report gives to a contract; undefined where the id is of our own making, `contrato-0123456789abcdef`. */
export function contractNumber(id: string | number | undefined): string | undefined {
  if (id === undefined || /^contrato-[0-9a-f]{16}(-\d+)?$/.test(String(id))) return undefined;
  return String(id);
}
