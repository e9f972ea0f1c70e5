import cssText from "data-text:./options.css";
import colorsText from "data-text:./style/colors.css";
import { type FormEvent, useEffect, useId, useState } from "react";
import { durango } from "../shared/portal/profiles/durango.ts";
import { FeedError, normalizeFeedUrl } from "./corpus/feed.ts";
import { AlertChoice } from "./features/mine/alert-choice.tsx";
import { Backup } from "./features/mine/backup.tsx";
import { SynonymEditor } from "./features/search/synonym-editor.tsx";
import { ask } from "./messages.ts";
import {
  explainProblem,
  formatCount,
  formatInstantWords,
  speak,
  t,
  uiLanguage,
} from "./overlay/i18n.ts";
import { useKeptText } from "./overlay/use-kept-text.ts";
import {
  changeSettings,
  defaultFeedUrl,
  type Language,
  onKeptAnew,
  readSettings,
} from "./settings.ts";

const languages: { id: Language; name: string }[] = [
  { id: "es", name: "Español" },
  { id: "en", name: "English" },
];

interface Said {
  text: string;
  isBad: boolean;
}

/** Where the open data comes from: its address, a button that tries it, and what is wrong with it if anything is. */
export default function Options() {
  const { text: address, write: setAddress, settle } = useKeptText("feedUrl");
  const [language, setLanguage] = useState<Language>();
  const [said, setSaid] = useState<Said>();
  const helpId = useId();

  useEffect(() => {
    const controller = new AbortController();
    const follow = async (): Promise<void> => {
      const kept = await readSettings();
      if (controller.signal.aborted) return;
      speak(kept.language);
      setLanguage(kept.language);
    };
    onKeptAnew("language", controller.signal, () => void follow());
    void follow();
    return () => controller.abort();
  }, []);

  useEffect(() => {
    if (language === undefined) return;
    document.title = t("optionsTitle");
    document.documentElement.lang = uiLanguage();
  }, [language]);

  const test = async (): Promise<void> => {
    setSaid({ text: t("testing"), isBad: false });
    const found = await ask("testFeed", { url: address });
    if (!found.isGood) return setSaid({ text: explainProblem(found.problem), isBad: true });
    const { tenders, suppliers, readAt } = found;
    const when = formatInstantWords(readAt, durango.timeZone);
    setSaid({
      text: t("testGood", formatCount(tenders), formatCount(suppliers), when),
      isBad: false,
    });
  };

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    try {
      const feedUrl = normalizeFeedUrl(address);
      await changeSettings({ feedUrl });
      settle(feedUrl);
      setSaid({ text: t("saved"), isBad: false });
    } catch (error) {
      if (!(error instanceof FeedError)) throw error;
      setSaid({ text: explainProblem(error.problem), isBad: true });
    }
  };

  if (language === undefined) return null;
  return (
    <main>
      <style>{colorsText + cssText}</style>
      <h1>{t("optionsTitle")}</h1>
      <form onSubmit={save}>
        <label>
          {t("feedAddress")}
          <input
            type="text"
            inputMode="url"
            spellCheck={false}
            value={address}
            aria-describedby={helpId}
            onChange={(event) => setAddress(event.target.value)}
          />
        </label>
        <p id={helpId} className="help">
          {t("feedAddressHelp")}
        </p>
        <p className="actions">
          <button type="submit">{t("save")}</button>
          <button type="button" className="quiet" onClick={test}>
            {t("test")}
          </button>
          <button type="button" className="quiet" onClick={() => setAddress(defaultFeedUrl)}>
            {t("restore")}
          </button>
        </p>
        <p role="status" className={said?.isBad ? "said bad" : "said"}>
          {said?.text}
        </p>
      </form>
      <SynonymEditor />
      <fieldset>
        <legend>{t("language")}</legend>
        {languages.map(({ id, name }) => (
          <label key={id} className="choice" lang={id}>
            <input
              type="radio"
              name="language"
              checked={language === id}
              onChange={() => {
                speak(id);
                setLanguage(id);
                void changeSettings({ language: id });
              }}
            />
            {name}
          </label>
        ))}
      </fieldset>
      <AlertChoice />
      <Backup />
      <p className="help">{t("privacy")}</p>
    </main>
  );
}
