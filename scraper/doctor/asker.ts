import type { Answer } from "../crawl/answer.ts";
import type { Fetched, HttpClient } from "../crawl/http-client.ts";
import type { DocumentRequest, Transport } from "../crawl/transport.ts";

/** One thing that was asked of the portal, and all that came of it. */
export interface Exchange {
  purpose: string;
  address: string;
  /** What was answered, redirects first; empty where nothing came. */
  answers: Answer[];
  /** Absent where no page came in the end. */
  fetched?: Fetched | undefined;
  /** Why not. */
  error?: unknown;
}

/** Asks a portal for one thing after the other, and remembers everything. */
export interface Asker {
  http: HttpClient;
  exchanges: Exchange[];
  /** Whether another request may be sent within the bounds of a visit. */
  mayAsk(): boolean;
  /**
   * Asks for a page; what keeps it from coming is in the exchange and is not thrown.
   *
   * @param check throws for an address that must not be asked for.
   */
  ask(
    purpose: string,
    address: string,
    headers?: Readonly<Record<string, string>>,
    check?: (address: string) => void,
  ): Promise<Exchange>;
  /** Asks for an attachment and receives only its beginning. */
  askDocument(purpose: string, address: string, request: DocumentRequest): Promise<Exchange>;
}

/** A transport that keeps every answer in the exchange that is under way. */
export function recordAnswers(transport: Transport, keep: (answer: Answer) => void): Transport {
  return {
    ...transport,
    send: async (question, signal) => {
      const answer = await transport.send(question, signal);
      keep(answer);
      return answer;
    },
  };
}

/** @param makeClient makes the client, whose every answer is to be handed to `keep`. */
export function createAsker(
  makeClient: (keep: (answer: Answer) => void) => HttpClient,
  maxRequests: number,
): Asker {
  const exchanges: Exchange[] = [];
  const http = makeClient((answer) => exchanges.at(-1)?.answers.push(answer));
  const open = (purpose: string, address: string): Exchange => {
    const exchange: Exchange = { purpose, address, answers: [] };
    exchanges.push(exchange);
    return exchange;
  };
  return {
    http,
    exchanges,
    mayAsk: () => http.counts.requests < maxRequests,
    ask: async (purpose, address, headers, check) => {
      const exchange = open(purpose, address);
      try {
        check?.(address);
        exchange.fetched = await http.get(address, headers);
      } catch (error) {
        exchange.error = error;
      }
      return exchange;
    },
    askDocument: async (purpose, address, request) => {
      const exchange = open(purpose, address);
      try {
        await http.getDocument(address, request);
      } catch (error) {
        exchange.error = error;
      }
      return exchange;
    },
  };
}

/** `get` of a client that remembers what it asks for under a purpose. */
export function askingGet(asker: Asker, purpose: string): HttpClient["get"] {
  return async (address, headers) => {
    const { fetched, error } = await asker.ask(purpose, address, headers);
    if (fetched === undefined) throw error;
    return fetched;
  };
}
