import { BuyerProfile, BuyerProfiles } from "../../shared/feed/buyer-profile.ts";
import { feedPaths } from "../../shared/feed/paths.ts";
import { gatherBuyers } from "../../shared/registry/gather-buyers.ts";
import type { FeedFormat, Publication } from "./publication.ts";
import { putShards } from "./put-shards.ts";

const usage =
  "El archivo de una unidad compradora lo dicen las dos primeras cifras hexadecimales del SHA-256 de su identificador («id»). " +
  "Cada cifra dice de cuántas adjudicaciones viene, y «coverage», de cuántos procedimientos de la unidad se sabe quién participó y quién ganó: " +
  "lo que no se sabe no es cero. Una unidad que no está es una de la que nadie lo dice.";

/** `compradores.json` and `compradores/<xx>.json`: what each buyer awarded and to whom, over all processes. */
export function buyerProfiles({ draft }: Publication): FeedFormat {
  const gatherer = gatherBuyers();
  return {
    addProcess: async ({ compiled }) => gatherer.add(compiled),
    addReported: async ({ compiled }) => gatherer.add(compiled),
    finish: async () => {
      const profiles = gatherer.profiles().map((each) => BuyerProfile.parse(each));
      const files = await putShards(draft, profiles, ({ id }) => id, {
        title: "Qué adjudicaron algunas unidades, y a quién",
        pathOf: feedPaths.buyerProfiles,
      });
      const title = "Qué adjudica cada unidad compradora, y a quién";
      const index = BuyerProfiles.parse({
        schemaVersion: 1,
        title,
        uso: usage,
        coverage: gatherer.coverage(),
        buyers: profiles.length,
        files: files.map(({ file: { path, sha256 }, count }) => ({ path, buyers: count, sha256 })),
      });
      await draft.put(
        feedPaths.buyerProfilesIndex,
        { title, mediaType: "application/json" },
        `${JSON.stringify(index, undefined, 2)}\n`,
      );
    },
  };
}
