import { Command, Option } from "commander";
import * as z from "zod";
import { outOption, parseCount } from "../options.ts";
import { startFeedServer } from "../serve/feed-server.ts";

const ServeOptions = z.object({ out: z.string(), port: z.number() });

/** `compras serve`: runs until it is interrupted. */
export function serveCommand(): Command {
  return new Command("serve")
    .description("serve the feed on this machine, for trying it")
    .addOption(outOption())
    .addOption(
      new Option("--port <n>", "port to listen on")
        .env("COMPRAS_PORT")
        .default(8787)
        .argParser(parseCount(0, 65_535)),
    )
    .action(async (parsed: unknown) => {
      const { out, port } = ServeOptions.parse(parsed);
      const server = await startFeedServer({ dir: out, port });
      process.stdout.write(`The feed is at ${server.url}index.json (Ctrl+C ends).\n`);
      await new Promise<void>((resolve) => {
        process.once("SIGINT", resolve);
        process.once("SIGTERM", resolve);
      });
      await server.close();
    });
}
