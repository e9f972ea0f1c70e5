import { memo, useId, useRef } from "react";
import { type MessageName, t } from "./i18n.ts";

/** The words of procurement that are explained, each with what it means in plain words. */
const meanings = {
  methodOpen: "termOpenTender",
  methodSelective: "termSelective",
  methodDirect: "termDirect",
  opens: "termOpening",
  fieldOpening: "termOpening",
  fieldClarification: "termClarification",
  fieldAward: "termAward",
  tabSuppliers: "termRegistry",
  listTitle: "termList69b",
} as const satisfies Partial<Record<MessageName, MessageName>>;

/** A word of procurement that has an explanation. */
export type TermName = keyof typeof meanings;

/**
 * A word of procurement, explained where it stands: on hover and on focus, until Escape or until both are gone. The pointer may
 * rest on the explanation (WCAG 1.4.13).
 */
export function Term({ name }: { name: TermName }) {
  const id = useId();
  const word = useRef<HTMLButtonElement>(null);
  const tip = useRef<HTMLSpanElement>(null);

  const show = (): void => {
    const [box, shown] = [word.current?.getBoundingClientRect(), tip.current];
    if (box === undefined || shown === null || shown.matches(":popover-open")) return;
    shown.showPopover();
    const { width, height } = shown.getBoundingClientRect();
    const hasRoomBelow = box.bottom + height < innerHeight;
    shown.style.left = `${Math.max(8, Math.min(box.left, innerWidth - width - 8))}px`;
    shown.style.top = `${hasRoomBelow ? box.bottom : Math.max(0, box.top - height)}px`;
  };
  const hide = (): void => {
    if (tip.current?.matches(":popover-open")) tip.current.hidePopover();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the word within is the control; around it the pointer may move.
    <span
      className="term"
      onMouseEnter={show}
      onMouseLeave={() => (word.current?.matches(":focus-visible") ? undefined : hide())}
      onKeyDown={(event) => {
        if (event.key === "Escape") hide();
      }}
    >
      <button
        ref={word}
        type="button"
        className="term-word"
        aria-describedby={id}
        onFocus={show}
        onBlur={hide}
        onClick={show}
      >
        {t(name)}
      </button>
      <span ref={tip} id={id} role="tooltip" popover="manual" className="term-meaning">
        {t(meanings[name])}
      </span>
    </span>
  );
}

/** The word, with its explanation if it has one. */
export function Explained({ name }: { name: MessageName }) {
  return isTerm(name) ? <Term name={name} /> : t(name);
}

/** The words that a part of the panel uses, to be explained. */
export const Terms = memo(function Terms({ names }: { names: readonly TermName[] }) {
  return (
    <p className="terms">
      {t("terms")}
      {names.map((name) => (
        <Term key={name} name={name} />
      ))}
    </p>
  );
});

function isTerm(name: MessageName): name is TermName {
  return name in meanings;
}
