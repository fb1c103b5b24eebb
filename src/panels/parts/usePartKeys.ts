import { type KeyboardEvent, type RefObject, useRef } from 'react';

interface PartKeys {
  /** Of the element that holds tiles and list. */
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly onListKey: (event: KeyboardEvent) => void;
  readonly onFieldKey: (event: KeyboardEvent) => void;
}

/**
 * Arrows go from part to part, from the field above down into the tiles and the list; Enter takes a
 * part up, for its place to be chosen on the drawing. In the list, left and right open and close.
 */
export function usePartKeys(onTake: (part: string) => void): PartKeys {
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
      const head = event.target;
      if (!(head instanceof HTMLElement) || event.altKey || event.ctrlKey || event.metaKey) return;
      const { part } = head.dataset;
      if (part === undefined) return;
      if (event.key === 'Enter') {
        event.preventDefault();
        onTake(part);
        return;
      }
      const all = heads();
      const at = all.indexOf(head);
      if (isTile(head)) {
        focus(event, besideTile(all, at, event.key));
        return;
      }
      const isOpen = head.getAttribute('aria-expanded') === 'true';
      if ((event.key === 'ArrowRight' && !isOpen) || (event.key === 'ArrowLeft' && isOpen)) {
        event.preventDefault();
        head.click();
        return;
      }
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

function isTile(head: HTMLElement): boolean {
  return head.closest('[data-tiles]') !== null;
}

/** Left and right by one; up and down to what lies over and under it, and on into the list. */
function besideTile(all: readonly HTMLElement[], at: number, key: string): HTMLElement | undefined {
  const tile = all[at];
  if (!tile) return;
  switch (key) {
    case 'ArrowRight':
      return all[at + 1];
    case 'ArrowLeft':
      return all[at - 1];
    case 'Home':
      return all[0];
    case 'End':
      return all.at(-1);
  }
  const { left, top } = tile.getBoundingClientRect();
  const isAbove = (each: HTMLElement) => each.getBoundingClientRect().top < top - 1;
  const isBelow = (each: HTMLElement) => each.getBoundingClientRect().top > top + 1;
  const distance = (each: HTMLElement) => Math.abs(each.getBoundingClientRect().left - left);
  const nearestOf = (others: readonly HTMLElement[], edge: HTMLElement | undefined) => {
    const row = others.filter(
      (each) => edge && each.getBoundingClientRect().top === edge.getBoundingClientRect().top,
    );
    return [...row].sort((a, b) => distance(a) - distance(b))[0];
  };
  if (key === 'ArrowDown') {
    const below = all.slice(at + 1).filter(isBelow);
    return nearestOf(below, below[0]);
  }
  if (key === 'ArrowUp') {
    const over = all.slice(0, at).filter(isAbove);
    return nearestOf(over, over.at(-1));
  }
  return;
}
