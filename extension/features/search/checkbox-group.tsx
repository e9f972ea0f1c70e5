import { memo, type ReactNode, useCallback, useId } from "react";
import { formatCount } from "../../overlay/i18n.ts";

interface CheckboxGroupProps<Id extends string> {
  title: string;
  help?: string;
  choices: readonly { id: Id; name: string; count: number }[];
  chosen: readonly Id[];
  /** Always the same function: a choice whose count stays is not drawn anew. */
  change: (chosen: Id[]) => void;
  /** Stands between the title and the choices. */
  children?: ReactNode;
}

/** Choices of which several may be taken, each with the count that it would have. */
export function CheckboxGroup<Id extends string>(props: CheckboxGroupProps<Id>) {
  const { title, help, choices, chosen, change, children } = props;
  const helpId = useId();
  const take = useCallback(
    (id: Id, isTaken: boolean) =>
      change(isTaken ? [...chosen, id] : chosen.filter((other) => other !== id)),
    [chosen, change],
  );
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
          <Choice
            key={id}
            id={id}
            name={name}
            count={count}
            isTaken={chosen.includes(id)}
            take={take}
          />
        ))}
      </ul>
    </fieldset>
  );
}

interface ChoiceProps<Id extends string> {
  id: Id;
  name: string;
  count: number;
  isTaken: boolean;
  take: (id: Id, isTaken: boolean) => void;
}

/** Of a hundred buyers, a letter typed changes the counts of a few. */
const Choice = memo(function Choice<Id extends string>(props: ChoiceProps<Id>) {
  const { id, name, count, isTaken, take } = props;
  return (
    <li className={count === 0 ? "empty" : undefined}>
      <label>
        <input
          type="checkbox"
          checked={isTaken}
          onChange={(event) => take(id, event.target.checked)}
        />
        <span className="name">{name}</span> <span className="number">{formatCount(count)}</span>
      </label>
    </li>
  );
}) as <Id extends string>(props: ChoiceProps<Id>) => ReactNode;
