import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";

interface Tab {
  id: string;
  name: string;
  content: ReactNode;
}

/** Tabs after the WAI-ARIA pattern: arrow keys, Home and End move between them. Every tab's content stays alive. */
export function Tabs({ tabs }: { tabs: readonly Tab[] }) {
  const [selected, setSelected] = useState(0);
  const buttons = useRef<(HTMLButtonElement | null)[]>([]);

  const move = (event: KeyboardEvent): void => {
    const steps: Record<string, number> = {
      ArrowRight: selected + 1,
      ArrowLeft: selected - 1,
      Home: 0,
      End: -1,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = (step + tabs.length) % tabs.length;
    setSelected(next);
    buttons.current[next]?.focus();
  };

  return (
    <>
      <div role="tablist" className="tabs" onKeyDown={move}>
        {tabs.map(({ id, name }, position) => (
          <button
            key={id}
            ref={(button) => {
              buttons.current[position] = button;
            }}
            type="button"
            role="tab"
            id={`tab-${id}`}
            aria-controls={`panel-${id}`}
            aria-selected={position === selected}
            tabIndex={position === selected ? 0 : -1}
            onClick={() => setSelected(position)}
          >
            {name}
          </button>
        ))}
      </div>
      {tabs.map(({ id, content }, position) => (
        <div
          key={id}
          role="tabpanel"
          id={`panel-${id}`}
          aria-labelledby={`tab-${id}`}
          className="tab-content"
          hidden={position !== selected}
        >
          {content}
        </div>
      ))}
    </>
  );
}
