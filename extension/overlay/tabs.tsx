import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from "react";
import { UnseenCount } from "./unseen-count.tsx";
import { focusedBeside } from "./use-focus-kept.ts";

interface Tab {
  id: string;
  name: string;
  /** How much there is behind it that was not seen yet; nothing is said of none. */
  unseen?: number;
  content: ReactNode;
}

interface TabsProps {
  tabs: readonly Tab[];
  /** Id of one of them. */
  selected: string;
  select: (id: string) => void;
  /** Stays in sight above every tab's content. */
  children?: ReactNode;
}

/** Tabs after the WAI-ARIA pattern: arrow keys, Home and End move between them. Every tab's content stays alive. */
export function Tabs({ tabs, selected, select, children }: TabsProps) {
  const place = tabs.findIndex(({ id }) => id === selected);
  const buttons = useRef<(HTMLButtonElement | null)[]>([]);

  useLayoutEffect(() => {
    const button = buttons.current[place];
    // What had the focus may have led here, and is out of sight now.
    const isFocusHidden = button && focusedBeside(button)?.closest('[role="tabpanel"][hidden]');
    if (isFocusHidden) button.focus();
  }, [place]);

  const move = (event: KeyboardEvent): void => {
    const steps: Record<string, number> = {
      ArrowRight: place + 1,
      ArrowLeft: place - 1,
      Home: 0,
      End: -1,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = (step + tabs.length) % tabs.length;
    const { id } = tabs[next] ?? {}; // `next` is a place among them.
    if (id !== undefined) select(id);
    buttons.current[next]?.focus();
  };

  return (
    <>
      <div className="top">
        {children}
        <div role="tablist" className="tabs" onKeyDown={move}>
          {tabs.map(({ id, name, unseen = 0 }, position) => (
            <button
              key={id}
              ref={(button) => {
                buttons.current[position] = button;
              }}
              type="button"
              role="tab"
              id={`tab-${id}`}
              aria-controls={`panel-${id}`}
              aria-selected={id === selected}
              tabIndex={id === selected ? 0 : -1}
              onClick={() => select(id)}
            >
              {name}
              <UnseenCount count={unseen} />
            </button>
          ))}
        </div>
      </div>
      {tabs.map(({ id, content }) => (
        <div
          key={id}
          role="tabpanel"
          id={`panel-${id}`}
          aria-labelledby={`tab-${id}`}
          className="tab-content"
          hidden={id !== selected}
        >
          {content}
        </div>
      ))}
    </>
  );
}
