import { type ReactNode, useId, useState } from "react";

interface InPlaceProps {
  /** What the button says. */
  action: string;
  /** What it opens, for those who hear it. */
  name: string;
  children: ReactNode;
}

/** A button that opens something in place. What it opens is not there, and asks for nothing, until then. */
export function InPlace({ action, name, children }: InPlaceProps) {
  const [isOpen, setOpen] = useState(false);
  const shown = useId();
  return (
    <>
      <button
        type="button"
        className="quiet"
        aria-expanded={isOpen}
        aria-controls={shown}
        onClick={() => setOpen(!isOpen)}
      >
        {action}
      </button>
      <section id={shown} aria-label={name} className="card" hidden={!isOpen}>
        {isOpen && children}
      </section>
    </>
  );
}
