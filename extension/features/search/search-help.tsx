import { type MessageName, t } from "../../overlay/i18n.ts";

const lines: MessageName[] = [
  "searchHelpWords",
  "searchHelpPhrase",
  "searchHelpExclude",
  "searchHelpFields",
  "searchHelpOrder",
];

/** How the search box is used, for who opens it. */
export function SearchHelp() {
  return (
    <details className="search-help">
      <summary>{t("searchHelp")}</summary>
      <ul>
        {lines.map((line) => (
          <li key={line}>{t(line)}</li>
        ))}
      </ul>
    </details>
  );
}
