import { type KeyboardEvent, type RefObject, useRef } from 'react';

interface PartKeys {
  /** Of the element that holds the list. */
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly onListKey: (event: KeyboardEvent) => void;
  readonly onFieldKey: (event: KeyboardEvent) => void;
}

/** Arrows go from part to part, from the field above down into the list. */
export function usePartKeys(): PartKeys {
  const ref = useRef<HTMLDivElement>(null);
  const heads = () => [...(ref.current?.querySelectorAll<HTMLElement>('[data-part]') ?? [])];
  const focus = (event: KeyboardEvent, element: HTMLElement | undefined) => {
    if (!element) return;
    event.preventDefault();
    element.focus();
  };
  return {
    ref,
    onFieldKey: (event) => {
      if (event.key === 'ArrowDown') focus(event, heads()[0]);
    },
    onListKey: (event) => {
      const all = heads();
      const at = all.indexOf(event.target as HTMLElement);
      if (at < 0) return;
      const steps: Readonly<Record<string, number>> = {
        ArrowDown: at + 1,
        ArrowUp: at - 1,
        Home: 0,
        End: all.length - 1,
      };
      const to = steps[event.key];
      if (to !== undefined) focus(event, all[Math.max(0, to)]);
    },
  };
}
