import { feedPaths } from "../../../shared/feed/paths.ts";
import { standardList } from "../../../shared/search/synonym-list.ts";
import { feedLicense, type Publication } from "../publication.ts";

/** `LICENSE`: what one may do with the feed. */
export async function writeLicense({ draft, identity }: Publication): Promise<void> {
  await draft.put(
    feedPaths.license,
    { title: "Licencia de los datos", mediaType: "text/plain" },
    `Creative Commons Attribution 4.0 International (CC BY 4.0)\n${feedLicense}\n\n` +
      "Puede copiar, adaptar y redistribuir estos datos, también con fines comerciales, si cita la fuente:\n" +
      `«Compras Abiertas Durango, con datos de ${identity.portalUrl}».\n\n` +
      `Menos ${feedPaths.synonyms} y ${feedPaths.partidas}, que son de dominio público (CC0 1.0): ${standardList.license}\n`,
  );
}
