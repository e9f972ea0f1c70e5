import { type ReactNode, useId } from "react";
import { formatCount } from "../../overlay/i18n.ts";

interface CheckboxGroupProps<Id extends string> {
  title: string;
  help?: string;
  choices: readonly { id: Id; name: string; count: number }[];
  chosen: readonly Id[];
  change: (chosen: Id[]) => void;
  /** Stands between the title and the choices. */
  children?: ReactNode;
}

/** Choices of which several may be taken, each with the count that it would have. */
export function CheckboxGroup<Id extends string>(props: CheckboxGroupProps<Id>) {
  const { title, help, choices, chosen, change, children } = props;
  const helpId = useId();
  return (
    <fieldset className="group" aria-describedby={help && helpId}>
      <legend>{title}</legend>
      {help && (
        <p id={helpId} className="help">
          {help}
        </p>
      )}
      {children}
      <ul className="choices">
        {choices.map(({ id, name, count }) => (
          <li key={id} className={count === 0 ? "empty" : undefined}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={(event) =>
                  change(
                    event.target.checked ? [...chosen, id] : chosen.filter((other) => other !== id),
                  )
                }
              />
              <span className="name">{name}</span>{" "}
              <span className="number">{formatCount(count)}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
