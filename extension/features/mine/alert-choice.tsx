import { useEffect, useId, useState } from "react";
import { t } from "../../overlay/i18n.ts";
import { askToNotify, mayNotify, stopNotifying } from "../../personal/browser-alerts.ts";

/** Notifications of the browser, which come only if the user asks for them. */
export function AlertChoice() {
  const [isOn, setOn] = useState(false);
  const [isRefused, setRefused] = useState(false);
  const helpId = useId();
  useEffect(() => {
    void mayNotify().then(setOn);
  }, []);
  const choose = async (wanted: boolean): Promise<void> => {
    if (!wanted) await stopNotifying();
    const isGiven = wanted && (await askToNotify());
    setOn(isGiven);
    setRefused(wanted && !isGiven);
  };
  return (
    <fieldset>
      <legend>{t("alerts")}</legend>
      <label className="choice">
        <input
          type="checkbox"
          checked={isOn}
          aria-describedby={helpId}
          onChange={(event) => void choose(event.target.checked)}
        />
        {t("alertsOn")}
      </label>
      <p id={helpId} className="help">
        {t("alertsHelp")}
      </p>
      <p role="status" className="said bad">
        {isRefused && t("alertsRefused")}
      </p>
    </fieldset>
  );
}
