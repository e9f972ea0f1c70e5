import { type ReactNode, useEffect, useRef, useState } from "react";
import { changeSettings } from "../settings.ts";
import { t, uiLanguage } from "./i18n.ts";
import { InsteadOfPanel } from "./instead-of-panel.tsx";
import { giveRoomBack, makeRoom } from "./make-room.ts";
import { asksForMine } from "./mine-link.ts";
import { UnseenCount } from "./unseen-count.tsx";
import { useIsOrphan } from "./use-is-orphan.ts";
import { useUnshown } from "./use-unshown.ts";

interface FrameProps {
  isHiddenAtFirst: boolean;
  /** Alive only while the frame is shown. */
  children: ReactNode;
}

/** The frame of everything that the overlay shows: at the side (below, on a narrow screen), and one key hides it. */
export function Frame({ isHiddenAtFirst, children }: FrameProps) {
  const [isHidden, setHidden] = useState(() => isHiddenAtFirst && !asksForMine(location.hash));
  const isOrphan = useIsOrphan();
  const unshown = useUnshown();
  const toggle = useRef<HTMLButtonElement>(null);
  const mayTakeFocus = useRef(false);

  const hide = (hidden: boolean): void => {
    mayTakeFocus.current = true;
    setHidden(hidden);
    void changeSettings({ isHidden: hidden });
  };

  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!event.altKey || !event.shiftKey || event.code !== "KeyC") return;
      event.preventDefault();
      hide(!isHidden);
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  });

  useEffect(() => {
    // The button that was pressed is gone: its counterpart takes the focus, so that it is never lost.
    if (mayTakeFocus.current) toggle.current?.focus();
    if (isHidden || isOrphan) return giveRoomBack();
    makeRoom();
    return giveRoomBack;
  }, [isHidden, isOrphan]);

  // The panel could answer nothing more.
  if (isOrphan) return <InsteadOfPanel text={t("failedUpdated")} />;

  return (
    <section
      aria-label={t("panelName")}
      className={isHidden ? "collapsed" : "panel"}
      lang={uiLanguage()}
    >
      {isHidden ? (
        <button
          ref={toggle}
          type="button"
          className="handle"
          title={t("showHint")}
          onClick={() => hide(false)}
        >
          {t("show")}
          <UnseenCount count={unshown} />
        </button>
      ) : (
        <>
          <header className="head">
            <div>
              <h2 className="brand">{t("extensionName")}</h2>
              <p className="unofficial">{t("unofficial")}</p>
            </div>
            <button
              ref={toggle}
              type="button"
              className="quiet"
              title={t("hideHint")}
              onClick={() => hide(true)}
            >
              {t("hide")}
            </button>
          </header>
          {children}
        </>
      )}
    </section>
  );
}
