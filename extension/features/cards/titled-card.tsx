import { type ReactNode, useId } from "react";

/** On a procedure's own page: something that also opens elsewhere without a title of its own. */
export function TitledCard({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="details">
      <h3 id={id} className="section-title">
        {title}
      </h3>
      {children}
    </section>
  );
}
