interface RowChoiceProps {
  label: string;
  /** The label and which row it is about, for those who hear it. */
  spoken: string;
  isChosen: boolean;
  /** Whether one more may be chosen; what is chosen can always be given up. */
  mayChoose: boolean;
  choose: (isChosen: boolean) => void;
  /** Beside the row's title, and not under it. */
  isAside?: boolean;
}

/** A box with which a row is chosen among others, for what is then done with those chosen. */
export function RowChoice(props: RowChoiceProps) {
  const { label, spoken, isChosen, mayChoose, choose, isAside = false } = props;
  return (
    <label className={isAside ? "choice pick" : "choice"}>
      <input
        type="checkbox"
        checked={isChosen}
        disabled={!isChosen && !mayChoose}
        aria-label={spoken}
        onChange={({ target }) => choose(target.checked)}
      />
      {label}
    </label>
  );
}
