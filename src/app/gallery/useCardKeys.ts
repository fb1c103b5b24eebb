import type { KeyboardEvent } from 'react';
import { nextCard } from './nextCard.ts';

/** Arrow keys, Home and End among the cards of all galleries in sight. */
export function useCardKeys() {
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const scope = event.currentTarget.closest('dialog, main') ?? event.currentTarget;
    const cards = [...scope.querySelectorAll<HTMLElement>('[data-point]')];
    const at = cards.indexOf(document.activeElement as HTMLElement);
    const boxes = cards.map((card) => card.getBoundingClientRect());
    const next = cards[nextCard(boxes, at, event.key) ?? -1];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
}
