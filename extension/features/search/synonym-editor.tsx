import { type FormEvent, useId, useState } from "react";
import { readUserSynonyms, type SynonymProblem } from "../../../shared/search/user-synonyms.ts";
import { joinLines, listLinesBeyond } from "../../../shared/values/lines.ts";
import { formatCount, type MessageName, t } from "../../overlay/i18n.ts";
import { useKeptText } from "../../overlay/use-kept-text.ts";
import { announceCorpus, changeSettings, readSettings } from "../../settings.ts";

const problemTexts: Record<SynonymProblem["kind"], MessageName> = {
  oneWord: "synonymsOneWord",
  tooLong: "synonymsTooLong",
  tooMany: "synonymsTooMany",
};

/** The user's own synonyms. What is written is kept as it is; lines that cannot be used are named and left out of the search. */
export function SynonymEditor() {
  const { text, kept, write, settle } = useKeptText("synonyms");
  const [said, setSaid] = useState<string[]>([]);
  const helpId = useId();
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    // What a backup or another tab brought since the user began to write stays too.
    const brought = listLinesBeyond((await readSettings()).synonyms, kept);
    const synonyms = joinLines(text, brought.join("\n"));
    const { groups, problems } = readUserSynonyms(synonyms);
    await changeSettings({ synonyms });
    settle(synonyms);
    // Pages that show results ask again.
    await announceCorpus();
    setSaid([
      t("synonymsSaved", formatCount(groups.length)),
      ...problems.slice(0, 5).map(({ line, kind }) => t(problemTexts[kind], line)),
    ]);
  };
  return (
    <form onSubmit={save}>
      <h2>{t("synonyms")}</h2>
      <label>
        {t("synonymsLabel")}
        <textarea
          rows={6}
          maxLength={50_000}
          value={text}
          aria-describedby={helpId}
          onChange={(event) => write(event.target.value)}
        />
      </label>
      <p id={helpId} className="help">
        {t("synonymsHelp")}
      </p>
      <p className="actions">
        <button type="submit">{t("synonymsSave")}</button>
      </p>
      <div role="status" className="said">
        {said.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </form>
  );
}
