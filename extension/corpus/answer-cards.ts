import type { PortalProfile } from "../../shared/portal/profile.ts";
import { dayOf, formatInstant } from "../../shared/values/dates.ts";
import type { Conversations } from "../messages.ts";
import { answerTexts } from "./answer-texts.ts";
import { describeBuyer } from "./buyer-overview.ts";
import type { Corpus } from "./corpus.ts";
import type { Database } from "./database.ts";
import { createDetails, type Detail, type DetailKind, type DetailOf } from "./details.ts";
import { hasPassed } from "./has-passed.ts";
import { listDocuments } from "./list-documents.ts";

type Cards = {
  [K in
    | "process"
    | "supplier"
    | "buyer"
    | "awards"
    | "buyerOverview"
    | "cite"
    | "documents"
    | "documentText"]: (question: Conversations[K]["ask"]) => Promise<Conversations[K]["answer"]>;
};

interface CardSources {
  load(): Promise<Corpus>;
  refresh(): Promise<void>;
  database: Database;
  profile: PortalProfile;
}

interface Found<Value> {
  known: Corpus;
  detail: Detail<Value>;
}

/** A feed that was asked less than this ago is not asked again because a file of it cannot be read. */
const askAgainAfterMs = 30_000;

/** Answers what the cards ask: of a procedure, its documents and what is written in them, a supplier, a buyer, of the awards of several procedures; and with what a procedure is cited. */
export function createCards({ load, refresh, database, profile }: CardSources): Cards {
  const details = createDetails();

  function find<K extends DetailKind>(kind: K, key: string): Promise<Found<DetailOf<K>>> {
    return findOrRefresh((state) => details.find(kind, key, state));
  }

  async function findOrRefresh<Value>(
    look: (state: Corpus["state"]) => Promise<Detail<Value>>,
  ): Promise<Found<Value>> {
    const known = await load();
    const detail = await look(known.state);
    const askedAt = known.state?.askedAt ?? 0;
    if (detail.problem === undefined || !hasPassed(askAgainAfterMs, askedAt)) {
      return { known, detail };
    }
    // A feed that was published anew has other files: those that it names now may be there.
    await refresh();
    const anew = await load();
    return { known: anew, detail: await look(anew.state) };
  }

  return {
    async process({ id }) {
      const { known, detail } = await find("processes", id);
      const place = known.rowOfId.get(id);
      const row = place === undefined ? undefined : known.index.rows.at(place);
      const buyerId = row?.buyerId ?? detail.told?.buyerId;
      return { ...detail, ...(buyerId !== undefined && { buyerId }) };
    },
    async cite({ id }) {
      const { known, detail } = await find("citations", id);
      const { state } = known;
      return {
        ...(state?.manifest && {
          feed: {
            url: state.url,
            readAt: state.manifest.readAt,
            ...(state.manifest.notice !== undefined && { notice: state.manifest.notice }),
          },
        }),
        ...(detail.told && { release: detail.told }),
      };
    },
    async documents({ id }) {
      const [{ known, detail }, seen] = await Promise.all([
        find("documents", id),
        database.seenTenders.get(id),
      ]);
      const { index, rowOfId, isOfFeed, state } = known;
      const place = rowOfId.get(id);
      const row = place === undefined ? undefined : index.rows.at(place);
      const feed = isOfFeed(id) ? state?.manifest : undefined;
      const told = detail.told?.documents ?? []; // Of a procedure without documents the feed tells nothing.
      return {
        documents: listDocuments({ told, readAt: feed?.readAt, seen, profile }),
        ...(row && { row }),
        ...(feed && { feed: { readAt: feed.readAt, ...(feed.notice && { notice: feed.notice }) } }),
        ...(seen?.pageAt !== undefined && {
          pageAt: formatInstant(new Date(seen.pageAt), profile.timeZone),
        }),
        hasText: detail.told?.text !== undefined,
        ...(detail.problem && { problem: detail.problem }),
      };
    },
    async documentText({ id, text }) {
      const { detail } = await findOrRefresh((state) => details.findTexts(id, state));
      const { told, problem } = detail;
      const answer = told ? answerTexts(told, text) : { found: [], unread: [] };
      return { ...answer, ...(problem && { problem }) };
    },
    async supplier({ party }) {
      const { known, detail } = await find("suppliers", party);
      return { ...detail, rows: known.suppliers.filter((row) => row.party === party) };
    },
    async buyer({ id }) {
      const { known, detail } = await find("buyers", id);
      const name = known.buyerNames.get(id) ?? detail.told?.name;
      return { ...detail, ...(name !== undefined && { name }) };
    },
    async awards({ ids }) {
      const { detail } = await findOrRefresh((state) => details.findAwards(ids, state));
      return detail;
    },
    async buyerOverview({ id }) {
      const { index } = await load();
      return describeBuyer(index, id, dayOf(formatInstant(new Date(), profile.timeZone)));
    },
  };
}
