import { type KeyboardEvent, type RefObject, useEffect } from 'react';
import finder from './Finder.module.css';

interface Props {
  readonly field: RefObject<HTMLInputElement | null>;
  /** Id of the list below; its options are called `LIST-0`, `LIST-1` … */
  readonly list: string;
  readonly name: string;
  readonly placeholder: string;
  readonly text: string;
  /** Which of so many options is the current one. */
  readonly at: number;
  readonly count: number;
  readonly onText: (text: string) => void;
  readonly onAt: (at: number) => void;
  readonly onEnter: (event: KeyboardEvent) => void;
}

/** The field of a dialog that finds: it keeps the focus, and the keys that walk the list are its own. */
export function FinderField(props: Props) {
  const { field, list, name, placeholder, text, at, count, onText, onAt, onEnter } = props;
  useEffect(() => field.current?.focus(), [field]);
  useEffect(() => {
    document.getElementById(`${list}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [list, at]);
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: Math.min(at + 8, count - 1),
      PageUp: Math.max(at - 8, 0),
    };
    const next = steps[event.key];
    if (next !== undefined && count > 0) {
      event.preventDefault();
      onAt((next + count) % count);
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      onEnter(event);
    }
  };
  return (
    <input
      ref={field}
      type="text"
      role="combobox"
      className={finder.field}
      placeholder={placeholder}
      aria-label={name}
      aria-expanded="true"
      aria-controls={list}
      aria-autocomplete="list"
      aria-activedescendant={count > at ? `${list}-${at}` : undefined}
      spellCheck={false}
      autoComplete="off"
      value={text}
      onChange={(event) => {
        onText(event.target.value);
        onAt(0);
      }}
      onKeyDown={onKeyDown}
    />
  );
}
