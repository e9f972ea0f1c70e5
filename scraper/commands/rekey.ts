import { Argument, Command, InvalidArgumentError } from "commander";
import * as z from "zod";
import { storeOption } from "../options.ts";
import { openStore } from "../store/open-store.ts";
import { rekeyStore } from "../store/rekey.ts";

/** `compras rekey`: for the day on which the Open Contracting Partnership issues a prefix. */
export function rekeyCommand(): Command {
  return new Command("rekey")
    .description("give all ocids of the store another prefix; the old ones stay as related")
    .addArgument(
      new Argument("<prefix>", "the prefix that was issued, such as ocds-a1b2c3").argParser(
        parsePrefix,
      ),
    )
    .addOption(storeOption())
    .action((prefix: string, options: unknown) => {
      const { store: file } = z.object({ store: z.string() }).parse(options);
      const store = openStore(file, { mustExist: true });
      try {
        const { formerPrefix, procedures, releases, backup } = rekeyStore(store, prefix);
        process.stdout.write(
          `${procedures} procedures and ${releases} releases now begin with "${prefix}" in place of "${formerPrefix}". ` +
            `The store as it was: ${backup}. Publish to bring it into the feed.\n`,
        );
      } finally {
        store.close();
      }
    });
}

/** Prefixes of the Open Contracting Partnership are `ocds-` and six letters or digits (https://standard.open-contracting.org/1.1/en/guidance/build/#register-an-ocid-prefix). */
function parsePrefix(text: string): string {
  if (/^ocds-[a-z0-9]{6}$/.test(text)) return text;
  throw new InvalidArgumentError(
    "Give the prefix as it was issued: ocds- and six lower-case letters or digits.",
  );
}
