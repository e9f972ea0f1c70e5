import { onTestFinished } from "vitest";
import { openServer } from "../scraper/simple-server.ts";

export interface Mutation {
  /** What stands on pages and in rows → what stands there now. Longer texts first. */
  texts?: Readonly<Record<string, string>>;
  /** The beginning of a path → that of the moved one; what was there before is no longer found. */
  paths?: Readonly<Record<string, string>>;
  headers?: Readonly<Record<string, string>>;
}

/** A portal in front of another one that shows it otherwise: other words, other addresses. */
export async function openMutatedPortal(
  original: string,
  { texts = {}, paths = {}, headers = {} }: Mutation,
): Promise<{ url: string; requests: { path: string }[] }> {
  const replace = (text: string, pairs: readonly (readonly [string, string])[]) =>
    pairs.reduce((result, [from, to]) => result.replaceAll(from, to), text);
  const forward = Object.entries(paths);
  const back = forward.map(([from, to]) => [to, from] as const);
  const aborter = new AbortController();
  onTestFinished(() => aborter.abort());
  return openServer((request, response) => {
    const path = request.url ?? "/";
    const isGone = forward.some(([from, to]) => path.startsWith(from) && !path.startsWith(to));
    const asked = isGone ? "/nada" : replace(path, back);
    fetch(original + asked, { signal: aborter.signal, redirect: "manual" })
      .then(async (answer) => {
        const type = answer.headers.get("content-type") ?? "";
        const kept = ["content-type", "content-disposition", "location", "server"].flatMap(
          (name) => {
            const value = answer.headers.get(name);
            return value === null ? [] : [[name, value] as const];
          },
        );
        const body = /html|json/.test(type)
          ? replace(replace(await answer.text(), Object.entries(texts)), forward)
          : Buffer.from(await answer.arrayBuffer());
        response.writeHead(answer.status, { ...Object.fromEntries(kept), ...headers }).end(body);
      })
      .catch(() => response.destroy());
  });
}
