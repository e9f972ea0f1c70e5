import type { PortalProfile } from "../../shared/portal/profile.ts";
import {
  exitCodes,
  PortalRefusedError,
  RetryableFetchError,
  RunPausedError,
  StopRunError,
} from "../errors.ts";
import { resumeWithinMs } from "../store/runs.ts";
import { type AnswerPlace, procedureIds, readAsked } from "./asked-addresses.ts";
import type { ArchivedRun } from "./check-archive.ts";

/** One invocation of the scraper as it is to be done again. */
export interface Replay {
  folder: string;
  run: ArchivedRun;
  /** Its answers by address. */
  asked: ReadonlyMap<string, AnswerPlace[]>;
  /** What it comes to in the end; absent where it did not fail. */
  failure: StopRunError | undefined;
  /** Numbers of the procedures whose pages are to be asked for; absent where it did not fail. */
  wanted: ReadonlySet<string> | undefined;
}

/**
 * Finds out how an invocation went. A page that it had received and not come to read when it failed or was killed is left out, since the
 * store of that time does not have it.
 *
 * @param later the invocations that followed, in order.
 */
export async function planReplay(
  folder: string,
  run: ArchivedRun,
  later: readonly ArchivedRun[],
  profile: PortalProfile,
): Promise<Replay> {
  const asked = await readAsked(folder, run.file);
  const following = followers(run, later);
  const failure = failureOf(run, following.length > 0);
  if (failure === undefined) return { folder, run, asked, failure, wanted: undefined };
  const idsOf = (addresses: Iterable<string>) =>
    procedureIds(addresses, profile.routes.procedimiento);
  const wanted = idsOf(asked.keys());
  const drop = (ids: Iterable<string>) => {
    for (const id of ids) wanted.delete(id);
  };
  drop(idsOf(run.end?.leftUnread ?? []));
  if (run.end === undefined) {
    // What was on its way when the run was killed, the next one asked for again. It may also ask again for what had been read.
    const read = new Set(following[0]?.start.readBefore);
    for (const { file } of following) {
      const again = idsOf((await readAsked(folder, file)).keys());
      drop([...again].filter((id) => !read.has(id)));
    }
  }
  return { folder, run, asked, failure, wanted };
}

/** The invocations that went on with one that was interrupted. */
function followers(run: ArchivedRun, later: readonly ArchivedRun[]): ArchivedRun[] {
  const [next, ...rest] = later;
  if (next === undefined) return [];
  const isOpen = run.end === undefined || run.end.exitCode === exitCodes.failed;
  const age = next.start.startedAt.getTime() - run.start.startedAt.getTime();
  const goesOn = next.start.readBefore.length > 0 || (isOpen && age < resumeWithinMs);
  return goesOn ? [next, ...followers(next, rest)] : [];
}

function failureOf({ file, end }: ArchivedRun, isGoneOnWith: boolean): StopRunError | undefined {
  if (end === undefined || (isGoneOnWith && end.exitCode === exitCodes.done)) {
    return new StopRunError(`${file}: this run was interrupted.`);
  }
  const { exitCode, reached, message = `it ended with ${exitCode}` } = end;
  if (exitCode === exitCodes.done) return undefined;
  if (reached === "yes") return new RunPausedError(message);
  if (reached === "refused") return new PortalRefusedError(message, { exitCode });
  const cause = reached === "silent" ? new RetryableFetchError(message) : undefined;
  return new StopRunError(message, { exitCode, cause });
}
