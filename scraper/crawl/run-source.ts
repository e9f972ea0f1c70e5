import type { HttpClient } from "./http-client.ts";
import type { Sink } from "./sink.ts";

/** Where a run has its pages and its clock from: the portal and now, or an archive and then. */
export interface RunSource {
  /** The clock of the run. It stands still at the instants at which the run begins and ends, so that all that is written of them agrees. */
  now: () => Date;
  /** Procedures that are not to be asked for. @param known those that the interrupted run has read which this one goes on with. */
  alreadyRead(known: ReadonlySet<string>): ReadonlySet<string>;
  /** The run begins. Throws `StopRunError` where it cannot. */
  open(run: Pick<Sink, "alreadyRead" | "isFull">): Promise<HttpClient>;
  /** Whether a procedure's page is read. @param isDue by the rules of today; a run that is done again reads what it read then. */
  reads(procedureId: string, isDue: boolean): boolean;
  /** Whether the run comes to read the registry of suppliers: not where it is one that is done again and had failed before. */
  readsRegistry: boolean;
  /** A procedure's page was read or given up, and what follows from it is in the store. */
  judged(url: string): void;
  /**
   * The run is over, and its sink has not heard of it yet.
   *
   * Throws where that makes a run fail that has not; such a run is ended once more.
   *
   * @param failure what the run failed with; absent where it did not.
   */
  end(failure?: unknown): Promise<void>;
}
